"""Belief: "The place is free when the task is handed over."

Rejected by: bounded_submit_limit, bounded_submit_refill, bounded_submit_error
"""

import threading


def bounded_submit(pool, task, iterable, limit):
    free, futures = threading.Semaphore(limit), []
    for x in iterable:
        with free:
            futures.append(pool.submit(task, x))
    return futures
