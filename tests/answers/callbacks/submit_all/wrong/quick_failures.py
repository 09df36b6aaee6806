"""Belief: "What has failed already needs no callback."

Rejected by: submit_all_once
"""


def submit_all(pool, task, args, call_back):
    futures = []
    for x in args:
        future = pool.submit(task, x)
        if not (future.done() and future.exception()):
            future.add_done_callback(call_back)
        futures.append(future)
    return futures
