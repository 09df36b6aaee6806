"""Synchronous by `wait`, not by `result`."""

from concurrent.futures import wait


def submit_async(pool, task, args):
    return list(map(lambda x: pool.submit(task, x), args))


def submit_sync(pool, task, args):
    values = []
    for x in args:
        future = pool.submit(task, x)
        wait([future])
        values.append(future.result())
    return values
