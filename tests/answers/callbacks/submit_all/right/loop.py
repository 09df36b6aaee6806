"""Keep the Future, register, go on."""


def submit_all(pool, task, args, call_back):
    futures = []
    for x in args:
        future = pool.submit(task, x)
        future.add_done_callback(call_back)
        futures.append(future)
    return futures
