"""Written as loops."""


def submit_async(pool, task, args):
    futures = []
    for x in args:
        futures.append(pool.submit(task, x))
    return futures


def submit_sync(pool, task, args):
    values = []
    for x in args:
        future = pool.submit(task, x)
        values.append(future.result())
    return values
