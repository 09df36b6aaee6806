"""Belief: "as_completed comes after the callbacks."

Rejected by: collect_complete, collect_errors
"""

from concurrent.futures import as_completed


def collect(pool, task, args):
    results = []

    def call_back(future):
        if future.exception() is None:
            results.append(future.result())

    futures = [pool.submit(task, x) for x in args]
    for future in futures:
        future.add_done_callback(call_back)
    for _ in as_completed(futures):
        pass
    return results
