"""Belief: "Asking once who is done is enough."

Rejected by: in_completion_order_soon, in_completion_order_all
"""


def in_completion_order(futures):
    return iter([future.result() for future in futures if future.done()])
