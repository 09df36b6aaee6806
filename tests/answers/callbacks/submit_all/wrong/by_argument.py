"""Belief: "Each argument is another one": of equal ones the last alone has a callback.

Rejected by: submit_all_futures, submit_all_fires
"""


def submit_all(pool, task, args, call_back):
    futures = {x: pool.submit(task, x) for x in args}
    for future in futures.values():
        future.add_done_callback(call_back)
    return list(futures.values())
