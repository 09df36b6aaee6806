"""Belief: "The loop variable is frozen in a lambda": every callback gets the last Future.

Rejected by: submit_all_fires
"""


def submit_all(pool, task, args, call_back):
    futures = []
    for x in args:
        future = pool.submit(task, x)
        future.add_done_callback(lambda f: call_back(future))
        futures.append(future)
    return futures
