"""Belief: "submit().result() is concurrent": one task at a time.

Rejected by: run_pool_busy
"""

from concurrent.futures import ThreadPoolExecutor


def run_pool(task, args, max_workers):
    with ThreadPoolExecutor(max_workers) as pool:
        return [pool.submit(task, x).result() for x in args]
