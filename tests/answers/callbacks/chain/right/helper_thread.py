"""A thread outside the pool may wait."""

import threading
from concurrent.futures import Future


def chain(pool, f, g, x):
    out = Future()
    out.set_running_or_notify_cancel()
    first = pool.submit(f, x)

    def follow():
        try:
            value = pool.submit(g, first.result()).result()
        except BaseException as error:
            out.set_exception(error)
        else:
            out.set_result(value)

    threading.Thread(target=follow, daemon=True).start()
    return out
