"""Belief: "The start method is set once for all."

Rejected by: process_map_start
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def process_map(fn, args, mp_context):
    if multiprocessing.get_start_method(allow_none=True) is None:
        multiprocessing.set_start_method("fork")
    with ProcessPoolExecutor() as pool:
        return list(pool.map(fn, args))
