"""Belief: "None is no value."

Rejected by: run_pool_order
"""

from concurrent.futures import ThreadPoolExecutor


def run_pool(task, args, max_workers):
    with ThreadPoolExecutor(max_workers) as pool:
        return [value for value in pool.map(task, args) if value is not None]
