"""Belief: "A callback runs on a worker": the lock that is held while registering is the one that it needs.

Rejected by: collect_complete, collect_errors
"""

import threading


def collect(pool, task, args):
    results, lock, called = [], threading.Lock(), threading.Semaphore(0)

    def call_back(future):
        with lock:
            if future.exception() is None:
                results.append(future.result())
        called.release()

    with lock:
        futures = [pool.submit(task, x) for x in args]
        for future in futures:
            future.add_done_callback(call_back)
    for _ in futures:
        called.acquire()
    return results
