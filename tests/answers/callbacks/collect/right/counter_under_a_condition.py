"""A counter under a condition."""

import threading


def collect(pool, task, args):
    results, left, changed = [], len(args), threading.Condition()

    def call_back(future):
        nonlocal left
        with changed:
            if future.exception() is None:
                results.append(future.result())
            left -= 1
            changed.notify()

    for x in args:
        pool.submit(task, x).add_done_callback(call_back)
    with changed:
        changed.wait_for(lambda: left == 0)
    return results
