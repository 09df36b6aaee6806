"""Belief: "After a while a place is free."

Rejected by: bounded_submit_limit, bounded_submit_refill, bounded_submit_error
"""

import time


def bounded_submit(pool, task, iterable, limit):
    futures = []
    for i, x in enumerate(iterable):
        if i >= limit:
            time.sleep(0.001)
        futures.append(pool.submit(task, x))
    return futures
