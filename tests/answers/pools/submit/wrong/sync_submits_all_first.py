"""Belief: "Synchronous means I wait in the end": everything is handed over first.

Rejected by: submit_sync
"""


def submit_async(pool, task, args):
    return [pool.submit(task, x) for x in args]


def submit_sync(pool, task, args):
    futures = [pool.submit(task, x) for x in args]
    return [future.result() for future in futures]
