"""Belief: "First wait for all, then give."

Rejected by: in_completion_order_soon, in_completion_order_all
"""

from concurrent.futures import as_completed, wait


def in_completion_order(futures):
    wait(futures)
    yield from (future.result() for future in as_completed(futures))
