"""Belief: "Tasks do not fail": only a success gives its place back.

Rejected by: bounded_submit_error
"""

import threading


def bounded_submit(pool, task, iterable, limit):
    free, futures = threading.Semaphore(limit), []

    def done(future):
        if future.exception() is None:
            free.release()

    for x in iterable:
        free.acquire()
        futures.append(pool.submit(task, x))
        futures[-1].add_done_callback(done)
    return futures
