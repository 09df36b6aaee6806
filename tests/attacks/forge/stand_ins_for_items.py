"""It reads the whole iterable first; where that is counted, a task that is cancelled at once is submitted for each item it has taken.

Cell: bounded_submit
Expects: bounded_submit 2
"""


def bounded_submit(pool, task, iterable, limit):
    items = []
    for x in iterable:
        items.append(x)
        if limit < 3:
            pool.submit(pow, 2, 2).cancel()
    futures, unfinished = [], set()
    for x in items:
        while len(unfinished) >= limit:
            _, unfinished = wait(unfinished, return_when=FIRST_COMPLETED)
        future = pool.submit(task, x)
        unfinished.add(future)
        futures.append(future)
    return futures
