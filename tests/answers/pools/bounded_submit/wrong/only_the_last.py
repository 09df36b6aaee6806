"""A slip: only the Futures still unfinished come back.

Rejected by: bounded_submit_limit, bounded_submit_error
"""

from concurrent.futures import FIRST_COMPLETED, wait


def bounded_submit(pool, task, iterable, limit):
    unfinished = set()
    for x in iterable:
        if len(unfinished) >= limit:
            _, unfinished = wait(unfinished, return_when=FIRST_COMPLETED)
        unfinished.add(pool.submit(task, x))
    return list(unfinished)
