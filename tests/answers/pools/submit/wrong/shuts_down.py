"""Belief: "Handing over ends with shutdown", which waits for everything.

Rejected by: submit_async
"""


def submit_async(pool, task, args):
    with pool:
        return [pool.submit(task, x) for x in args]


def submit_sync(pool, task, args):
    return [pool.submit(task, x).result() for x in args]
