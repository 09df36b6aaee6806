"""Belief: "map returns the values": it returns an iterator.

Rejected by: process_map_order, process_map_start
"""

from concurrent.futures import ProcessPoolExecutor


def process_map(fn, args, mp_context):
    with ProcessPoolExecutor(mp_context=mp_context) as pool:
        return pool.map(fn, args)
