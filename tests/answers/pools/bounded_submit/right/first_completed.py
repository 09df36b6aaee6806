"""Wait for whichever ends first when it is full."""

from concurrent.futures import FIRST_COMPLETED, wait


def bounded_submit(pool, task, iterable, limit):
    futures, unfinished = [], set()
    for x in iterable:
        if len(unfinished) >= limit:
            _, unfinished = wait(unfinished, return_when=FIRST_COMPLETED)
        futures.append(pool.submit(task, x))
        unfinished.add(futures[-1])
    return futures
