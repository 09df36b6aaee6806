"""Belief: "submit(task(x)) passes the task."

Rejected by: bounded_submit_limit, bounded_submit_lazy, bounded_submit_refill, bounded_submit_error
"""

import threading


def bounded_submit(pool, task, iterable, limit):
    free, futures = threading.Semaphore(limit), []
    for x in iterable:
        free.acquire()
        futures.append(pool.submit(task(x)))
        futures[-1].add_done_callback(lambda _: free.release())
    return futures
