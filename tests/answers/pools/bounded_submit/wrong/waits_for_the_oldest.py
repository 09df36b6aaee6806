"""Belief: "The oldest ends first."

Rejected by: bounded_submit_refill
"""

from collections import deque


def bounded_submit(pool, task, iterable, limit):
    futures, window = [], deque()
    for x in iterable:
        if len(window) == limit:
            window.popleft().exception()
        futures.append(pool.submit(task, x))
        window.append(futures[-1])
    return futures
