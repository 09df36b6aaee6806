"""Belief: "First see whether it works": each job runs the task twice.

Rejected by: run_pool_order
"""

from concurrent.futures import ThreadPoolExecutor


def run_pool(task, args, max_workers):
    def job(x):
        task(x)
        return task(x)

    with ThreadPoolExecutor(max_workers) as pool:
        return list(pool.map(job, args))
