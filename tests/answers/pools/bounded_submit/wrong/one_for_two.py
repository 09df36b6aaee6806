"""Belief: "`wait` wakes once for each task that ends": of two that have ended by then it replaces one.

Rejected by: bounded_submit_refill
"""

from concurrent.futures import FIRST_COMPLETED, wait


def bounded_submit(pool, task, iterable, limit):
    futures, unfinished = [], set()
    for i, x in enumerate(iterable):
        if i >= limit:
            unfinished = wait(unfinished, return_when=FIRST_COMPLETED).not_done
        futures.append(pool.submit(task, x))
        unfinished.add(futures[-1])
    return futures
