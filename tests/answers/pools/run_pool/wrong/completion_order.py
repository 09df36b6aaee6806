"""Belief: "Things end in the order I wrote them."

Rejected by: run_pool_order
"""

from concurrent.futures import ThreadPoolExecutor, as_completed


def run_pool(task, args, max_workers):
    with ThreadPoolExecutor(max_workers) as pool:
        futures = [pool.submit(task, x) for x in args]
        return [future.result() for future in as_completed(futures)]
