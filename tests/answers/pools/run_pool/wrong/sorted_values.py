"""Belief: "Sorting brings the order back."

Rejected by: run_pool_order
"""

from concurrent.futures import ThreadPoolExecutor


def run_pool(task, args, max_workers):
    with ThreadPoolExecutor(max_workers) as pool:
        return sorted(pool.map(task, args), key=str)
