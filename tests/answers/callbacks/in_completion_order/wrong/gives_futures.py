"""Belief: "A Future is its result."

Rejected by: in_completion_order_soon, in_completion_order_all
"""

from concurrent.futures import as_completed


def in_completion_order(futures):
    yield from as_completed(futures)
