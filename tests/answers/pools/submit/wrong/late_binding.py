"""Belief: "The loop variable is frozen in a lambda."

Rejected by: submit_async
"""


def submit_async(pool, task, args):
    return [pool.submit(lambda: task(x)) for x in args]


def submit_sync(pool, task, args):
    return [pool.submit(task, x).result() for x in args]
