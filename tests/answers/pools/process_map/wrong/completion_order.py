"""Belief: "Things end in the order I wrote them."

Rejected by: process_map_order, process_map_start
"""

from concurrent.futures import ProcessPoolExecutor, as_completed


def process_map(fn, args, mp_context):
    with ProcessPoolExecutor(mp_context=mp_context) as pool:
        futures = [pool.submit(fn, x) for x in args]
        return [future.result() for future in as_completed(futures)]
