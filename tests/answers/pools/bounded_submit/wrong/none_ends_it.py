"""Belief: "None means that nothing is left": an item that is None ends it.

Rejected by: bounded_submit_limit
"""

import threading


def bounded_submit(pool, task, iterable, limit):
    free, futures, items = threading.Semaphore(limit), [], iter(iterable)
    while (x := next(items, None)) is not None:
        free.acquire()
        futures.append(pool.submit(task, x))
        futures[-1].add_done_callback(lambda _: free.release())
    return futures
