"""Belief: "The Future is its value": g gets the Future of f.

Rejected by: chain_tasks
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
        else:
            pool.submit(g, done).add_done_callback(after_g)

    pool.submit(f, x).add_done_callback(after_f)
    return out
