"""It is a generator: whoever calls it as the exercise says gets no list, and nothing is submitted.

Cell: bounded_submit
Expects: bounded_submit 0
"""

def bounded_submit(pool, task, iterable, limit):
    free = threading.Semaphore(limit)
    for x in iterable:
        free.acquire()
        future = pool.submit(task, x)
        future.add_done_callback(lambda _: free.release())
        yield future
