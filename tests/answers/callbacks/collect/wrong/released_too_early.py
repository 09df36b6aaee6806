"""Belief: "A callback that has begun has run": it says so before it collects its value.

Rejected by: collect_complete, collect_errors
"""

import threading


def collect(pool, task, args):
    results, called = [], threading.Semaphore(0)

    def call_back(future):
        called.release()
        if future.exception() is None:
            results.append(future.result())

    futures = [pool.submit(task, x) for x in args]
    for future in futures:
        future.add_done_callback(call_back)
    for _ in futures:
        called.acquire()
    return results
