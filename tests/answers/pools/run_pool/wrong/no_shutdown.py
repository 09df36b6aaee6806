"""Belief: "A pool cleans up after itself."

Rejected by: run_pool_gone
"""

from concurrent.futures import ThreadPoolExecutor

POOLS = []


def run_pool(task, args, max_workers):
    pool = ThreadPoolExecutor(max_workers)
    POOLS.append(pool)
    return [future.result() for future in [pool.submit(task, x) for x in args]]
