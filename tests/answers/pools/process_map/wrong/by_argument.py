"""Belief: "Arguments are keys": the Futures stand in a dict by argument, so equal arguments leave one value.

Rejected by: process_map_order
"""

from concurrent.futures import ProcessPoolExecutor


def process_map(fn, args, mp_context):
    with ProcessPoolExecutor(mp_context=mp_context) as pool:
        futures = {str(x): pool.submit(fn, x) for x in args}
        return [future.result() for future in futures.values()]
