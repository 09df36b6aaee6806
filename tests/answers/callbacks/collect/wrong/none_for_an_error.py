"""Belief: "None stands for a failure."

Rejected by: collect_errors
"""

import threading


def collect(pool, task, args):
    results, called = [], threading.Semaphore(0)

    def call_back(future):
        results.append(None if future.exception() else future.result())
        called.release()

    futures = [pool.submit(task, x) for x in args]
    for future in futures:
        future.add_done_callback(call_back)
    for _ in futures:
        called.acquire()
    return results
