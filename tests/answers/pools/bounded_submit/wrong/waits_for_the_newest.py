"""Belief: "When the one before has ended there is room for the next."

Rejected by: bounded_submit_refill, bounded_submit_error
"""

from concurrent.futures import wait


def bounded_submit(pool, task, iterable, limit):
    futures = []
    for x in iterable:
        if len(futures) >= limit:
            wait(futures[-1:])
        futures.append(pool.submit(task, x))
    return futures
