"""The callback may be wrapped, if it gets the Future."""


def submit_all(pool, task, args, call_back):
    def register(future):
        future.add_done_callback(lambda done: call_back(done))
        return future

    return [register(pool.submit(task, x)) for x in args]
