"""Belief: "The end of the function is always reached": no shutdown when a task fails.

Rejected by: run_pool_gone
"""

from concurrent.futures import ThreadPoolExecutor

KEPT = []


def run_pool(task, args, max_workers):
    pool = ThreadPoolExecutor(max_workers)
    KEPT.append(pool)
    values = [future.result() for future in [pool.submit(task, x) for x in args]]
    pool.shutdown()
    return values
