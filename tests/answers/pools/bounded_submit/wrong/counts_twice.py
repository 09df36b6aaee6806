"""A slip: the Futures that had ended are collected too, and come back twice.

Rejected by: bounded_submit_limit
"""

from concurrent.futures import FIRST_COMPLETED, wait


def bounded_submit(pool, task, iterable, limit):
    futures, ended, unfinished = [], [], set()
    for x in iterable:
        if len(unfinished) >= limit:
            done, unfinished = wait(unfinished, return_when=FIRST_COMPLETED)
            ended.extend(done)
        future = pool.submit(task, x)
        futures.append(future)
        unfinished.add(future)
    return ended + futures
