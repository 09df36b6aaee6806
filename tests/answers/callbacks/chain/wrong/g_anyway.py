"""Belief: "g runs whatever f did."

Rejected by: chain_f_fails
"""

from concurrent.futures import Future


def chain(pool, f, g, x):
    out = Future()

    def after_g(done):
        if done.exception():
            out.set_exception(done.exception())
        else:
            out.set_result(done.result())

    def after_f(done):
        if done.exception():
            out.set_exception(done.exception())
            pool.submit(g, None)
        else:
            pool.submit(g, done.result()).add_done_callback(after_g)

    pool.submit(f, x).add_done_callback(after_f)
    return out
