"""Belief: "What is done already can wait": it comes when the others have ended.

Rejected by: in_completion_order_soon, in_completion_order_all
"""

from concurrent.futures import as_completed


def in_completion_order(futures):
    done = [future for future in futures if future.done()]
    for future in as_completed([future for future in futures if future not in done]):
        yield future.result()
    for future in done:
        yield future.result()
