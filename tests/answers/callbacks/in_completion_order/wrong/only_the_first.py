"""Belief: "return gives a value": the loop ends with the first.

Rejected by: in_completion_order_soon, in_completion_order_all
"""

from concurrent.futures import as_completed


def in_completion_order(futures):
    for future in as_completed(futures):
        yield future.result()
        return
