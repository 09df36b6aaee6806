"""Belief: "submit(task(x)) passes the task."

Rejected by: submit_all_futures, submit_all_fires
"""


def submit_all(pool, task, args, call_back):
    futures = []
    for x in args:
        future = pool.submit(task(x))
        future.add_done_callback(call_back)
        futures.append(future)
    return futures
