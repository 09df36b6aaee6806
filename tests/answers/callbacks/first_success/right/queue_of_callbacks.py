"""Futures put themselves into a queue."""

import queue


def first_success(futures):
    futures = list(futures)
    finished = queue.Queue()
    for future in futures:
        future.add_done_callback(finished.put)
    last = None
    for _ in range(len(futures)):
        last = finished.get()
        if not last.cancelled() and last.exception() is None:
            for other in futures:
                other.cancel()
            return last.result()
    if last is None:
        raise ValueError("no futures")
    return last.result()
