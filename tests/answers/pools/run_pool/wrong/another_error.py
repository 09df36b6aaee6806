"""Belief: "Any exception will do": the task's own is replaced.

Rejected by: run_pool_error
"""

from concurrent.futures import ThreadPoolExecutor


def run_pool(task, args, max_workers):
    try:
        with ThreadPoolExecutor(max_workers) as pool:
            return list(pool.map(task, args))
    except Exception:
        raise RuntimeError("a task failed")
