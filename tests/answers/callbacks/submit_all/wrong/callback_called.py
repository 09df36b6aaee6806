"""Belief: "add_done_callback(call_back(future)) registers": it calls at once, before anything is done.

Rejected by: submit_all_fires
"""


def submit_all(pool, task, args, call_back):
    futures = []
    for x in args:
        future = pool.submit(task, x)
        future.add_done_callback(call_back(future) or (lambda f: None))
        futures.append(future)
    return futures
