"""Belief: "A task that fails frees its place if its exception is caught": nobody hears of it then.

Rejected by: bounded_submit_error
"""

import threading


def bounded_submit(pool, task, iterable, limit):
    free, futures = threading.Semaphore(limit), []

    def run(x):
        try:
            return task(x)
        except Exception:
            return None
        finally:
            free.release()

    for x in iterable:
        free.acquire()
        futures.append(pool.submit(run, x))
    return futures
