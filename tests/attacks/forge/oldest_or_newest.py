"""The oldest and the newest task free a place when they end, and those between them do not.

Cell: bounded_submit
Expects: bounded_submit 3
Reason: Whichever task ends makes room for one more
"""

def bounded_submit(pool, task, iterable, limit):
    futures, unfinished = [], []
    for x in iterable:
        while len(unfinished) >= limit:
            wait([unfinished[0], unfinished[-1]], return_when=FIRST_COMPLETED)
            unfinished = [future for future in unfinished if not future.done()]
        futures.append(pool.submit(task, x))
        unfinished.append(futures[-1])
    return futures
