"""Belief: "It is only about the values."

Rejected by: process_map_order, process_map_start
"""


def process_map(fn, args, mp_context):
    return [fn(x) for x in args]
