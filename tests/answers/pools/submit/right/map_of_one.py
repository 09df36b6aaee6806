"""Synchronous by a `map` over one argument."""


def submit_async(pool, task, args):
    futures = [None] * len(args)
    for i, x in enumerate(args):
        futures[i] = pool.submit(task, x)
    return futures


def submit_sync(pool, task, args):
    values = []
    for x in args:
        values.extend(pool.map(task, [x]))
    return values
