"""Belief: "A list that fills is an iterator": it comes back with the first result and fills later.

Rejected by: in_completion_order_soon, in_completion_order_all
"""

import threading


def in_completion_order(futures):
    results, first = [], threading.Event()

    def done(future):
        results.append(future.result())
        first.set()

    for future in futures:
        future.add_done_callback(done)
    if futures:
        first.wait()
    return results
