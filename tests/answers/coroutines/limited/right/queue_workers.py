"""N worker greenlets take (index, fn) from a queue; errors are kept and raised at the end."""

import gevent
from gevent.queue import Empty, Queue


def limited(fns, n):
    fns = list(fns)
    todo = Queue()
    for job in enumerate(fns):
        todo.put(job)
    values = [None] * len(fns)
    errors = {}

    def worker():
        while True:
            try:
                i, fn = todo.get_nowait()
            except Empty:
                return
            try:
                values[i] = fn()
            except Exception as error:
                errors[i] = error

    gevent.joinall([gevent.spawn(worker) for _ in range(n)])
    if errors:
        raise errors[min(errors)]
    return values
