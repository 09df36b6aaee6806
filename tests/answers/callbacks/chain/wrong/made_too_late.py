"""Belief: "A callback comes later": the Future that it needs is made after it is registered.

Rejected by: chain_value
"""

from concurrent.futures import Future


def chain(pool, f, g, x):
    def finish(done):
        if done.exception() is None:
            chained.set_result(done.result())
        else:
            chained.set_exception(done.exception())

    def go_on(done):
        if done.exception() is None:
            pool.submit(g, done.result()).add_done_callback(finish)
        else:
            chained.set_exception(done.exception())

    pool.submit(f, x).add_done_callback(go_on)
    chained = Future()
    return chained
