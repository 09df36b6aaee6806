"""Belief: "A callback may do the work": g runs in it, without a task of its own.

Rejected by: chain_tasks
"""

from concurrent.futures import Future


def chain(pool, f, g, x):
    out = Future()

    def call_back(done):
        try:
            out.set_result(g(done.result()))
        except Exception as error:
            out.set_exception(error)

    pool.submit(f, x).add_done_callback(call_back)
    return out
