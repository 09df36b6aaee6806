"""It waits for the results, for a second at most and by a function that leaves no note: it must wait for nothing.

Cell: submit
Expects: submit 2
"""

def submit_async(pool, task, args):
    futures = [pool.submit(task, x) for x in args]
    wait(futures, timeout=1)
    return futures


def submit_sync(pool, task, args):
    return [pool.submit(task, x).result() for x in args]
