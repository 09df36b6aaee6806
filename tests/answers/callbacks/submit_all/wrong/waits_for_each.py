"""Belief: "Wait, then call back": synchronous.

Rejected by: submit_all_futures, submit_all_fires
"""


def submit_all(pool, task, args, call_back):
    futures = []
    for x in args:
        future = pool.submit(task, x)
        future.exception()
        call_back(future)
        futures.append(future)
    return futures
