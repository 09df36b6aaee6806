"""A slip of indentation: only the last Future gets the callback.

Rejected by: submit_all_fires, submit_all_once
"""


def submit_all(pool, task, args, call_back):
    futures = []
    for x in args:
        future = pool.submit(task, x)
        futures.append(future)
    future.add_done_callback(call_back)
    return futures
