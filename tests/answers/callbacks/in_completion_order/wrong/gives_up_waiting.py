"""Belief: "What is not there at once will not come": a timeout of its own.

Rejected by: in_completion_order_soon, in_completion_order_all
"""

from concurrent.futures import as_completed


def in_completion_order(futures):
    try:
        for future in as_completed(futures, timeout=0):
            yield future.result()
    except TimeoutError:
        return
