"""Belief: "result() belongs to submit": asynchronous with a wait in the loop.

Rejected by: submit_async
"""


def submit_async(pool, task, args):
    futures = []
    for x in args:
        future = pool.submit(task, x)
        future.result()
        futures.append(future)
    return futures


def submit_sync(pool, task, args):
    return [pool.submit(task, x).result() for x in args]
