"""Belief: "The start method does not matter."

Rejected by: process_map_start
"""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context


def process_map(fn, args, mp_context):
    with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
        return list(pool.map(fn, args))
