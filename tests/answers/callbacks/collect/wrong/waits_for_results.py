"""Belief: "When wait returns the callbacks have run."

Rejected by: collect_complete, collect_errors
"""

from concurrent.futures import wait


def collect(pool, task, args):
    results = []

    def call_back(future):
        if future.exception() is None:
            results.append(future.result())

    futures = [pool.submit(task, x) for x in args]
    for future in futures:
        future.add_done_callback(call_back)
    wait(futures)
    return results
