"""Belief: "Any function can be sent to a process."

Rejected by: process_map_order, process_map_start
"""

from concurrent.futures import ProcessPoolExecutor


def process_map(fn, args, mp_context):
    with ProcessPoolExecutor(mp_context=mp_context) as pool:
        return list(pool.map(lambda x: fn(x), args))
