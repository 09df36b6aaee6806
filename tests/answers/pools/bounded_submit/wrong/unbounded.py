"""Belief: "Submitting is bounded by the size of the pool."

Rejected by: bounded_submit_limit, bounded_submit_refill, bounded_submit_error
"""


def bounded_submit(pool, task, iterable, limit):
    return [pool.submit(task, x) for x in iterable]
