"""Belief: "As many results as tasks": a failed task is waited for, for ever.

Rejected by: collect_errors
"""

import threading


def collect(pool, task, args):
    results, changed, args = [], threading.Condition(), list(args)

    def call_back(future):
        with changed:
            if future.exception() is None:
                results.append(future.result())
            changed.notify()

    for x in args:
        pool.submit(task, x).add_done_callback(call_back)
    with changed:
        changed.wait_for(lambda: len(results) == len(args))
    return results
