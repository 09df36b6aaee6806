"""Belief: "A list with a gap is better than an exception": a call that raises becomes None.

Rejected by: process_map_order
"""

from concurrent.futures import ProcessPoolExecutor


def process_map(fn, args, mp_context):
    with ProcessPoolExecutor(mp_context=mp_context) as pool:
        futures = [pool.submit(fn, x) for x in args]
        return [None if future.exception() else future.result() for future in futures]
