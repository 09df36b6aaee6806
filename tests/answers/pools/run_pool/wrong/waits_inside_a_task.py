"""Belief: "Waiting inside a task is harmless": one task waits for all the others; with one worker, for ever.

Rejected by: run_pool_busy
"""

from concurrent.futures import ThreadPoolExecutor


def run_pool(task, args, max_workers):
    with ThreadPoolExecutor(max_workers) as pool:

        def everything():
            return [future.result() for future in [pool.submit(task, x) for x in args]]

        return pool.submit(everything).result()
