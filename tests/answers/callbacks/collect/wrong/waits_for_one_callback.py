"""Belief: "When one callback has been called, all have."

Rejected by: collect_complete, collect_errors
"""

import threading


def collect(pool, task, args):
    results, called = [], threading.Event()

    def call_back(future):
        if future.exception() is None:
            results.append(future.result())
        called.set()

    futures = [pool.submit(task, x) for x in args]
    for future in futures:
        future.add_done_callback(call_back)
    if futures:
        called.wait()
    return results
