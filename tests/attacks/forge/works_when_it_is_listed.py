"""What comes back is no list and no iterator, but something that submits its tasks whenever somebody iterates over it.

Cell: bounded_submit
Expects: bounded_submit 0
"""

class Later:
    def __init__(self, pool, task, iterable, limit):
        self.given = pool, task, iterable, limit

    def __iter__(self):
        pool, task, iterable, limit = self.given
        free = threading.Semaphore(limit)
        for x in iterable:
            free.acquire()
            future = pool.submit(task, x)
            future.add_done_callback(lambda _: free.release())
            yield future


def bounded_submit(pool, task, iterable, limit):
    return Later(pool, task, iterable, limit)
