"""Belief: "The first error ends everything."

Rejected by: bounded_submit_error
"""

from concurrent.futures import FIRST_COMPLETED, wait


def bounded_submit(pool, task, iterable, limit):
    futures, unfinished = [], set()
    for x in iterable:
        if len(unfinished) == limit:
            done, unfinished = wait(unfinished, return_when=FIRST_COMPLETED)
            for future in done:
                future.result()
        futures.append(pool.submit(task, x))
        unfinished.add(futures[-1])
    return futures
