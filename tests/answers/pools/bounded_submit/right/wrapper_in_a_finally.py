"""The place is given back by a wrapper around the task, whatever happens."""

import threading


def bounded_submit(pool, task, iterable, limit):
    free, futures = threading.Semaphore(limit), []

    def run(x):
        try:
            return task(x)
        finally:
            free.release()

    for x in iterable:
        free.acquire()
        futures.append(pool.submit(run, x))
    return futures
