"""Belief: "Bounded means in batches."

Rejected by: bounded_submit_refill, bounded_submit_error
"""

import itertools
from concurrent.futures import wait


def bounded_submit(pool, task, iterable, limit):
    futures, items = [], iter(iterable)
    while batch := [pool.submit(task, x) for x in itertools.islice(items, limit)]:
        wait(batch)
        futures += batch
    return futures
