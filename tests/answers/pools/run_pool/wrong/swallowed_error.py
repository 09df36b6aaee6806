"""Belief: "An error will show by itself."

Rejected by: run_pool_error
"""

from concurrent.futures import ThreadPoolExecutor


def run_pool(task, args, max_workers):
    def safe(x):
        try:
            return task(x)
        except Exception:
            return None

    with ThreadPoolExecutor(max_workers) as pool:
        return list(pool.map(safe, args))
