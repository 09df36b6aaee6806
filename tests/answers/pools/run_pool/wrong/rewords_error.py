"""Belief: "An exception should say what I would say": the same object comes through with another text.

Rejected by: run_pool_error
"""

from concurrent.futures import ThreadPoolExecutor


def run_pool(task, args, max_workers):
    with ThreadPoolExecutor(max_workers) as pool:
        try:
            return list(pool.map(task, args))
        except Exception as error:
            error.args = ("a task has failed",)
            raise
