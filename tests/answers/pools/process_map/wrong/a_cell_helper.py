"""Belief: "A function from my cell travels along": under fork only.

Rejected by: process_map_start
"""

from concurrent.futures import ProcessPoolExecutor


def call(fn, x):
    return fn(x)


def process_map(fn, args, mp_context):
    with ProcessPoolExecutor(mp_context=mp_context) as pool:
        return [future.result() for future in [pool.submit(call, fn, x) for x in args]]
