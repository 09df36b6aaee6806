"""Belief: "add_done_callback returns the Future" (the tutorial): a list of None.

Rejected by: submit_async
"""


def submit_async(pool, task, args):
    return [pool.submit(task, x).add_done_callback(print) for x in args]


def submit_sync(pool, task, args):
    return [pool.submit(task, x).result() for x in args]
