"""An off by one: the next task is handed over while one is unfinished.

Rejected by: submit_sync
"""


def submit_async(pool, task, args):
    return [pool.submit(task, x) for x in args]


def submit_sync(pool, task, args):
    values, before = [], None
    for x in args:
        future = pool.submit(task, x)
        if before is not None:
            values.append(before.result())
        before = future
    if before is not None:
        values.append(before.result())
    return values
