"""Belief: "submit(fn(x)) passes the function."

Rejected by: process_map_order, process_map_start
"""

from concurrent.futures import ProcessPoolExecutor


def process_map(fn, args, mp_context):
    with ProcessPoolExecutor(mp_context=mp_context) as pool:
        return [pool.submit(fn(x)).result() for x in args]
