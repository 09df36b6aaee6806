"""Belief: "Reading a handful ahead does no harm."

Rejected by: bounded_submit_lazy
"""

import itertools
import threading


def bounded_submit(pool, task, iterable, limit):
    free, futures, items = threading.Semaphore(limit), [], iter(iterable)
    while batch := list(itertools.islice(items, 4)):
        for x in batch:
            free.acquire()
            futures.append(pool.submit(task, x))
            futures[-1].add_done_callback(lambda _: free.release())
    return futures
