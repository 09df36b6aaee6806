"""Belief: "Results belong in the order of the arguments": each has its place.

Rejected by: collect_complete
"""

import threading


def collect(pool, task, args):
    values, called = {}, threading.Semaphore(0)

    def call_back(future, i):
        if future.exception() is None:
            values[i] = future.result()
        called.release()

    futures = [pool.submit(task, x) for x in args]
    for i, future in enumerate(futures):
        future.add_done_callback(lambda f, i=i: call_back(f, i))
    for _ in futures:
        called.acquire()
    return [values[i] for i in sorted(values)]
