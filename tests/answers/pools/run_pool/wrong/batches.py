"""Belief: "A pool works in batches."

Rejected by: run_pool_busy
"""

from concurrent.futures import ThreadPoolExecutor, wait


def run_pool(task, args, max_workers):
    args, values = list(args), []
    with ThreadPoolExecutor(max_workers) as pool:
        for i in range(0, len(args), max_workers):
            values += pool.map(task, args[i : i + max_workers])
            wait([])
    return values
