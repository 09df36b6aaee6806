"""A worker ends with the first exception, and its place with it.

Rejected by: limited_error
"""

import gevent
from gevent.queue import Queue


def limited(fns, n):
    fns = list(fns)
    todo = Queue()
    for job in enumerate(fns):
        todo.put(job)
    values = [None] * len(fns)

    def worker():
        while not todo.empty():
            i, fn = todo.get()
            values[i] = fn()

    workers = [gevent.spawn(worker) for _ in range(n)]
    gevent.joinall(workers)
    for g in workers:
        g.get()
    return values
