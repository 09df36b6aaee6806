"""Belief: "add_done_callback returns the Future" (the tutorial): a list of None.

Rejected by: submit_all_futures
"""


def submit_all(pool, task, args, call_back):
    futures = []
    for x in args:
        future = pool.submit(task, x).add_done_callback(call_back)
        futures.append(future)
    return futures
