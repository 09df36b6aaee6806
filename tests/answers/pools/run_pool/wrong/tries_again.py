"""Belief: "What failed deserves a second try."

Rejected by: run_pool_error
"""

from concurrent.futures import ThreadPoolExecutor


def run_pool(task, args, max_workers):
    def job(x):
        try:
            return task(x)
        except Exception:
            return task(x)

    with ThreadPoolExecutor(max_workers) as pool:
        return list(pool.map(job, args))
