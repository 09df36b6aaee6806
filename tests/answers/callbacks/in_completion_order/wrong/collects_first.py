"""Belief: "A list is an iterator": everything is collected before anything is given.

Rejected by: in_completion_order_soon, in_completion_order_all
"""

from concurrent.futures import as_completed


def in_completion_order(futures):
    return [future.result() for future in as_completed(futures)]
