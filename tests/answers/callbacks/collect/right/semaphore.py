"""The callbacks are counted by a semaphore."""

import threading


def collect(pool, task, args):
    results, called = [], threading.Semaphore(0)

    def call_back(future):
        if future.exception() is None:
            results.append(future.result())
        called.release()

    futures = [pool.submit(task, x) for x in args]
    for future in futures:
        future.add_done_callback(call_back)
    for _ in futures:
        called.acquire()
    return results
