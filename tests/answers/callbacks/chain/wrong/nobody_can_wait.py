"""Belief: "Nobody waits" is said of whoever has the Future too: its result() gives up at once.

Rejected by: chain_value
"""

from concurrent.futures import Future


class Receipt(Future):
    def result(self, timeout=None):
        return super().result(0)

    def exception(self, timeout=None):
        return super().exception(0)


def chain(pool, f, g, x):
    receipt = Receipt()

    def after_g(future):
        if future.exception() is None:
            receipt.set_result(future.result())
        else:
            receipt.set_exception(future.exception())

    def after_f(future):
        if future.exception() is None:
            pool.submit(g, future.result()).add_done_callback(after_g)
        else:
            receipt.set_exception(future.exception())

    pool.submit(f, x).add_done_callback(after_f)
    return receipt
