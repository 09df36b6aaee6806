"""A permit before each submit, given back when the task is done."""

import threading


def bounded_submit(pool, task, iterable, limit):
    free, futures = threading.Semaphore(limit), []
    for x in iterable:
        free.acquire()
        future = pool.submit(task, x)
        future.add_done_callback(lambda _: free.release())
        futures.append(future)
    return futures
