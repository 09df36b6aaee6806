"""Belief: "The callback comes when all is done."

Rejected by: submit_all_futures, submit_all_fires
"""

from concurrent.futures import as_completed


def submit_all(pool, task, args, call_back):
    futures = [pool.submit(task, x) for x in args]
    for future in as_completed(futures):
        call_back(future)
    return futures
