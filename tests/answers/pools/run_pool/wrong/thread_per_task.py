"""Belief: "More threads are faster": one thread per task.

Rejected by: run_pool_busy
"""

from concurrent.futures import ThreadPoolExecutor


def run_pool(task, args, max_workers):
    with ThreadPoolExecutor(max(1, len(args))) as pool:
        return list(pool.map(task, args))
