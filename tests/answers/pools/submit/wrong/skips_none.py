"""Belief: "None is no argument": nothing is handed over for it.

Rejected by: submit_async, submit_sync
"""


def submit_async(pool, task, args):
    return [pool.submit(task, x) for x in args if x is not None]


def submit_sync(pool, task, args):
    return [pool.submit(task, x).result() for x in args if x is not None]
