"""Belief: "Synchronous means no pool."

Rejected by: submit_sync
"""


def submit_async(pool, task, args):
    return [pool.submit(task, x) for x in args]


def submit_sync(pool, task, args):
    return [task(x) for x in args]
