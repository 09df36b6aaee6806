"""Submit all, then register on all."""


def submit_all(pool, task, args, call_back):
    futures = [pool.submit(task, x) for x in args]
    for future in futures:
        future.add_done_callback(call_back)
    return futures
