"""Belief: "submit gives the value."

Rejected by: submit_async
"""


def submit_async(pool, task, args):
    return [f.result() for f in [pool.submit(task, x) for x in args]]


def submit_sync(pool, task, args):
    return [pool.submit(task, x).result() for x in args]
