"""Belief: "The last to begin is the last to end": only its callback is waited for.

Rejected by: collect_complete, collect_errors
"""

import threading


def collect(pool, task, args):
    results, over = [], threading.Event()

    def call_back(future, is_last):
        if future.exception() is None:
            results.append(future.result())
        if is_last:
            over.set()

    futures = [pool.submit(task, x) for x in args]
    for future in futures:
        future.add_done_callback(lambda f, is_last=future is futures[-1]: call_back(f, is_last))
    if futures:
        over.wait()
    return results
