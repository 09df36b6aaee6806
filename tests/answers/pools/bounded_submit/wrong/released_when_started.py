"""Belief: "A task that has started needs its place no more."

Rejected by: bounded_submit_limit, bounded_submit_refill, bounded_submit_error
"""

import threading


def bounded_submit(pool, task, iterable, limit):
    free, futures = threading.Semaphore(limit), []

    def run(x):
        free.release()
        return task(x)

    for x in iterable:
        free.acquire()
        futures.append(pool.submit(run, x))
    return futures
