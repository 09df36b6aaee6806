"""Belief: "What failed deserves a second try", on the same place.

Rejected by: bounded_submit_error
"""

import threading


def bounded_submit(pool, task, iterable, limit):
    free, futures = threading.Semaphore(limit), []

    def run(x):
        try:
            return task(x)
        except Exception:
            return task(x)
        finally:
            free.release()

    for x in iterable:
        free.acquire()
        futures.append(pool.submit(run, x))
    return futures
