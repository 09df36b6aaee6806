"""Belief: "The callback gets the value."

Rejected by: submit_all_fires, submit_all_once
"""


def submit_all(pool, task, args, call_back):
    futures = []
    for x in args:
        future = pool.submit(task, x)
        future.add_done_callback(lambda f: call_back(f.exception() or f.result()))
        futures.append(future)
    return futures
