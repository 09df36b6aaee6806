"""Belief: "A Future belongs in the list when it is done": the list comes back empty and fills later.

Rejected by: submit_async
"""


def submit_async(pool, task, args):
    futures = []
    for x in args:
        pool.submit(task, x).add_done_callback(futures.append)
    return futures


def submit_sync(pool, task, args):
    return [pool.submit(task, x).result() for x in args]
