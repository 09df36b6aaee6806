"""Belief: "Items are keys": the Futures stand in a dict by item, so equal items leave one.

Rejected by: bounded_submit_limit
"""

import threading


def bounded_submit(pool, task, iterable, limit):
    free, futures = threading.Semaphore(limit), {}
    for x in iterable:
        free.acquire()
        future = pool.submit(task, x)
        future.add_done_callback(lambda _: free.release())
        futures[x if x.__hash__ else str(x)] = future
    return list(futures.values())
