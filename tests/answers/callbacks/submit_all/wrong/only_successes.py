"""Belief: "A failed task has no callback."

Rejected by: submit_all_fires, submit_all_once
"""


def submit_all(pool, task, args, call_back):
    futures = []
    for x in args:
        future = pool.submit(task, x)
        future.add_done_callback(lambda f: None if f.exception() else call_back(f))
        futures.append(future)
    return futures
