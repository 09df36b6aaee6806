"""Belief: "When nobody is left all have come": a first task that is quick is counted off before the second comes.

Rejected by: collect_complete
"""

import threading


def collect(pool, task, args):
    results, lock, over, left = [], threading.Lock(), threading.Event(), 0

    def call_back(future):
        nonlocal left
        with lock:
            if future.exception() is None:
                results.append(future.result())
            left -= 1
            if left == 0:
                over.set()

    for x in args:
        with lock:
            left += 1
        pool.submit(task, x).add_done_callback(call_back)
    if args:
        over.wait()
    return results
