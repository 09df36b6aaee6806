"""Belief: "submit(task(x)) passes the task."

Rejected by: run_pool_order, run_pool_busy, run_pool_gone, run_pool_error
"""

from concurrent.futures import ThreadPoolExecutor


def run_pool(task, args, max_workers):
    with ThreadPoolExecutor(max_workers) as pool:
        futures = [pool.submit(task(x)) for x in args]
    return [future.result() for future in futures]
