"""Belief: "A helper in my function travels along."

Rejected by: process_map_order, process_map_start
"""

from concurrent.futures import ProcessPoolExecutor


def process_map(fn, args, mp_context):
    def call(x):
        return fn(x)

    with ProcessPoolExecutor(mp_context=mp_context) as pool:
        return list(pool.map(call, args))
