"""Belief: "Arguments are keys": the Futures stand in a dict by argument, so equal arguments leave one value.

Rejected by: run_pool_order
"""

from concurrent.futures import ThreadPoolExecutor


def run_pool(task, args, max_workers):
    with ThreadPoolExecutor(max_workers) as pool:
        futures = {str(x): pool.submit(task, x) for x in args}
        return [future.result() for future in futures.values()]
