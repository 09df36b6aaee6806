"""Belief: "The first `limit` may be read at once, for they are all going to be submitted."

Rejected by: bounded_submit_lazy
"""

import itertools
import threading


def bounded_submit(pool, task, iterable, limit):
    free, futures, items = threading.Semaphore(limit), [], iter(iterable)
    first = list(itertools.islice(items, limit))
    for x in itertools.chain(first, items):
        free.acquire()
        futures.append(pool.submit(task, x))
        futures[-1].add_done_callback(lambda _: free.release())
    return futures
