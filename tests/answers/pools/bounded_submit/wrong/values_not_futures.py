"""Belief: "submit gives the value": it returns values.

Rejected by: bounded_submit_limit, bounded_submit_error
"""

import threading


def bounded_submit(pool, task, iterable, limit):
    free, futures = threading.Semaphore(limit), []
    for x in iterable:
        free.acquire()
        futures.append(pool.submit(task, x))
        futures[-1].add_done_callback(lambda _: free.release())
    return [future.exception() or future.result() for future in futures]
