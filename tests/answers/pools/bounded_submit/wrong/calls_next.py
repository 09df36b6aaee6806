"""Belief: "An iterable is an iterator."

Rejected by: bounded_submit_limit
"""

import threading


def bounded_submit(pool, task, iterable, limit):
    free, futures = threading.Semaphore(limit), []
    while True:
        try:
            x = next(iterable)
        except StopIteration:
            return futures
        free.acquire()
        futures.append(pool.submit(task, x))
        futures[-1].add_done_callback(lambda _: free.release())
