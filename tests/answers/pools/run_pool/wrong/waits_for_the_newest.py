"""Belief: "When the one before has ended there is room for the next."

Rejected by: run_pool_busy
"""

from concurrent.futures import ThreadPoolExecutor, wait


def run_pool(task, args, max_workers):
    futures = []
    with ThreadPoolExecutor(max_workers) as pool:
        for x in args:
            if len(futures) >= max_workers:
                wait(futures[-1:])
            futures.append(pool.submit(task, x))
        return [future.result() for future in futures]
