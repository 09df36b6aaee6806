"""It calls next on what it is given, which fails for a list, a range and a set.

Cell: bounded_submit
Expects: bounded_submit 3
Reason: A list is an iterable, and no iterator
"""

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
