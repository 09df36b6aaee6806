"""Belief: "Threads and processes are used alike, so threads will do."

Rejected by: process_map_order, process_map_start
"""

from concurrent.futures import ThreadPoolExecutor


def process_map(fn, args, mp_context):
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(fn, args))
