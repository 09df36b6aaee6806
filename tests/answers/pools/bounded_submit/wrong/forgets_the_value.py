"""A slip: the wrapper that gives the place back has no return.

Rejected by: bounded_submit_limit, bounded_submit_error
"""

import threading


def bounded_submit(pool, task, iterable, limit):
    free, futures = threading.Semaphore(limit), []

    def run(x):
        try:
            task(x)
        finally:
            free.release()

    for x in iterable:
        free.acquire()
        futures.append(pool.submit(run, x))
    return futures
