"""Belief: "There is always something to do": a pool of no workers cannot be made.

Rejected by: process_map_order
"""

from concurrent.futures import ProcessPoolExecutor


def process_map(fn, args, mp_context):
    with ProcessPoolExecutor(min(4, len(args)), mp_context=mp_context) as pool:
        return list(pool.map(fn, args))
