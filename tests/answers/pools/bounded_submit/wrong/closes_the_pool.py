"""Belief: "Every pool is used with `with`", also one that belongs to somebody else.

Rejected by: bounded_submit_limit
"""

import threading


def bounded_submit(pool, task, iterable, limit):
    free, futures = threading.Semaphore(limit), []
    with pool:
        for x in iterable:
            free.acquire()
            futures.append(pool.submit(task, x))
            futures[-1].add_done_callback(lambda _: free.release())
    return futures
