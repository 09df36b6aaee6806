"""Belief: "At most limit" taken as one: over-serialised.

Rejected by: bounded_submit_refill, bounded_submit_error
"""


def bounded_submit(pool, task, iterable, limit):
    futures = []
    for x in iterable:
        futures.append(pool.submit(task, x))
        futures[-1].exception()
    return futures
