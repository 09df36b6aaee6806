"""Belief: "A pool has to be warmed up": a first round is thrown away.

Rejected by: process_map_order
"""

from concurrent.futures import ProcessPoolExecutor


def process_map(fn, args, mp_context):
    with ProcessPoolExecutor(mp_context=mp_context) as pool:
        list(pool.map(fn, args))
        return list(pool.map(fn, args))
