"""Belief: "None and 0 are no results."

Rejected by: in_completion_order_all
"""

from concurrent.futures import as_completed


def in_completion_order(futures):
    for future in as_completed(futures):
        if future.result():
            yield future.result()
