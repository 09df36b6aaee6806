"""An off by one in the number of workers.

Rejected by: run_pool_busy
"""

from concurrent.futures import ThreadPoolExecutor


def run_pool(task, args, max_workers):
    with ThreadPoolExecutor(max(1, max_workers - 1)) as pool:
        return list(pool.map(task, args))
