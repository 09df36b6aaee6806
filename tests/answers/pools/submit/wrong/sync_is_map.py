"""Belief: "map waits for each": it hands everything over at once.

Rejected by: submit_sync
"""


def submit_async(pool, task, args):
    return [pool.submit(task, x) for x in args]


def submit_sync(pool, task, args):
    return list(pool.map(task, args))
