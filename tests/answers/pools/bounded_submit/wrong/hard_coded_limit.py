"""Belief: "It worked with the example": three, whatever the limit is.

Rejected by: bounded_submit_limit, bounded_submit_refill
"""

import threading


def bounded_submit(pool, task, iterable, limit):
    free, futures = threading.Semaphore(3), []
    for x in iterable:
        free.acquire()
        futures.append(pool.submit(task, x))
        futures[-1].add_done_callback(lambda _: free.release())
    return futures
