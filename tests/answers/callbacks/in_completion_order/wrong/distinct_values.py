"""Belief: "Equal results are one result."

Rejected by: in_completion_order_all
"""

from concurrent.futures import as_completed


def in_completion_order(futures):
    seen = set()
    for future in as_completed(futures):
        if future.result() not in seen:
            seen.add(future.result())
            yield future.result()
