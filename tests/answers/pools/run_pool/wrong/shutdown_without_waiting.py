"""Belief: "shutdown(wait=False) is shutdown."

Rejected by: run_pool_gone
"""

from concurrent.futures import ThreadPoolExecutor


def run_pool(task, args, max_workers):
    pool = ThreadPoolExecutor(max_workers)
    futures = [pool.submit(task, x) for x in args]
    pool.shutdown(wait=False)
    return [future.result() for future in futures]
