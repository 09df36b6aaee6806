"""A helper that does both and returns the Future."""


def submit_all(pool, task, args, call_back):
    def start(arg):
        future = pool.submit(task, arg)
        future.add_done_callback(lambda finished: call_back(finished))
        return future

    return list(map(start, args))
