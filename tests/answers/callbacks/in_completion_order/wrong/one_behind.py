"""An off by one: each result comes when the next is there.

Rejected by: in_completion_order_soon, in_completion_order_all
"""

from concurrent.futures import as_completed


def in_completion_order(futures):
    before = None
    for future in as_completed(futures):
        if before is not None:
            yield before.result()
        before = future
    if before is not None:
        yield before.result()
