"""All tasks are submitted at once, and each Future gets a done of its own, which says yes until it would have been its turn.

Cell: bounded_submit
Expects: bounded_submit 1
"""

def bounded_submit(pool, task, iterable, limit):
    futures, ended = [], []

    def says(i, done):
        return lambda: done() or i >= limit + sum(it() for it in ended)

    for x in iterable:
        future = pool.submit(task, x)
        ended.append(future.done)
        future.done = says(len(futures), future.done)
        futures.append(future)
    return futures
