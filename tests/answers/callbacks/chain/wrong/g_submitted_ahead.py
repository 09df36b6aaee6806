"""Belief: "g can wait in the pool's queue": it is handed over at once, and cancelled if f fails.

Rejected by: chain_f_fails
"""

from concurrent.futures import Future


def chain(pool, f, g, x):
    chained = Future()
    first = pool.submit(f, x)
    second = pool.submit(lambda: g(first.result()))

    def after_f(done):
        if done.exception() is not None:
            second.cancel()
            chained.set_exception(done.exception())

    def after_g(done):
        if done.cancelled():
            return
        if done.exception() is not None:
            chained.set_exception(done.exception())
        else:
            chained.set_result(done.result())

    first.add_done_callback(after_f)
    second.add_done_callback(after_g)
    return chained
