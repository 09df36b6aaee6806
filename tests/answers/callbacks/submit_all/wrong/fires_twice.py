"""Belief: "If it is done already, the callback will not come": it is called once more by hand.

Rejected by: submit_all_once
"""


def submit_all(pool, task, args, call_back):
    futures = []
    for x in args:
        future = pool.submit(task, x)
        future.add_done_callback(call_back)
        if future.done():
            call_back(future)
        futures.append(future)
    return futures
