"""Belief: "A generator is a list": nothing is handed over before somebody asks.

Rejected by: submit_async
"""


def submit_async(pool, task, args):
    return (pool.submit(task, x) for x in args)


def submit_sync(pool, task, args):
    return [pool.submit(task, x).result() for x in args]
