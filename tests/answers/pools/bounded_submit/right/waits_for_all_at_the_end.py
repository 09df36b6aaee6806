"""Also waits for the last ones; that is allowed."""

from concurrent.futures import FIRST_COMPLETED, wait


def bounded_submit(pool, task, iterable, limit):
    futures, unfinished = [], set()
    for x in iterable:
        while len(unfinished) == limit:
            unfinished = wait(unfinished, return_when=FIRST_COMPLETED).not_done
        future = pool.submit(task, x)
        futures.append(future)
        unfinished.add(future)
    wait(unfinished)
    return futures
