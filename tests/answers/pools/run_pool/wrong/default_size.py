"""Belief: "The default size is fine": max_workers is ignored.

Rejected by: run_pool_busy
"""

from concurrent.futures import ThreadPoolExecutor


def run_pool(task, args, max_workers):
    with ThreadPoolExecutor(32) as pool:
        return list(pool.map(task, args))
