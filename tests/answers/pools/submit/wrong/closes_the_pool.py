"""Belief: "Whoever has handed everything over closes the pool", also one that belongs to somebody else.

Rejected by: submit_async, submit_sync
"""


def submit_async(pool, task, args):
    futures = [pool.submit(task, x) for x in args]
    pool.shutdown(wait=False)
    return futures


def submit_sync(pool, task, args):
    with pool:
        return [pool.submit(task, x).result() for x in args]
