"""Belief: "The callback is the place to collect the Futures": the list comes back empty and fills later.

Rejected by: submit_all_futures
"""


def submit_all(pool, task, args, call_back):
    futures = []

    def done(future):
        futures.append(future)
        call_back(future)

    for x in args:
        pool.submit(task, x).add_done_callback(done)
    return futures
