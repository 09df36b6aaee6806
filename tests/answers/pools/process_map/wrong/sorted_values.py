"""Belief: "Sorting brings the order back."

Rejected by: process_map_order, process_map_start
"""

from concurrent.futures import ProcessPoolExecutor


def process_map(fn, args, mp_context):
    with ProcessPoolExecutor(mp_context=mp_context) as pool:
        return sorted(pool.map(fn, args))
