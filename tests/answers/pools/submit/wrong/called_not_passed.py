"""Belief: "submit(task(x)) passes the task": it calls it.

Rejected by: submit_async, submit_sync
"""


def submit_async(pool, task, args):
    return [pool.submit(task(x)) for x in args]


def submit_sync(pool, task, args):
    return [pool.submit(task(x)).result() for x in args]
