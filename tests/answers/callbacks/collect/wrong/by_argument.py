"""Belief: "Each argument is another one": of equal ones the last alone is left.

Rejected by: collect_complete
"""

import threading


def collect(pool, task, args):
    results, called = [], threading.Semaphore(0)

    def call_back(future):
        if future.exception() is None:
            results.append(future.result())
        called.release()

    futures = {x: pool.submit(task, x) for x in args}
    for future in futures.values():
        future.add_done_callback(call_back)
    for _ in futures:
        called.acquire()
    return results
