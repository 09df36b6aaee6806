"""Belief: "Things end in the order of the list."

Rejected by: in_completion_order_soon, in_completion_order_all
"""


def in_completion_order(futures):
    for future in futures:
        yield future.result()
