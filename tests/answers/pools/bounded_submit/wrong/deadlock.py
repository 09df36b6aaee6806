"""Belief: "Somebody will give the permits back": nobody does.

Rejected by: bounded_submit_limit, bounded_submit_lazy, bounded_submit_refill, bounded_submit_error
"""

import threading


def bounded_submit(pool, task, iterable, limit):
    free, futures = threading.Semaphore(limit), []
    for x in iterable:
        free.acquire()
        futures.append(pool.submit(task, x))
    return futures
