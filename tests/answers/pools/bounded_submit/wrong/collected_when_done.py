"""Belief: "A Future belongs in the list when it is done": the last ones are not in it yet.

Rejected by: bounded_submit_limit, bounded_submit_error
"""

import threading


def bounded_submit(pool, task, iterable, limit):
    free, futures = threading.Semaphore(limit), []

    def done(future):
        futures.append(future)
        free.release()

    for x in iterable:
        free.acquire()
        pool.submit(task, x).add_done_callback(done)
    return futures
