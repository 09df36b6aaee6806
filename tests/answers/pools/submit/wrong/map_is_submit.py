"""Belief: "map returns Futures": it returns an iterator of values.

Rejected by: submit_async
"""


def submit_async(pool, task, args):
    return pool.map(task, args)


def submit_sync(pool, task, args):
    return [pool.submit(task, x).result() for x in args]
