"""Belief: "Sleeping synchronises": it hopes that all is done after a while.

Rejected by: run_pool_order, run_pool_busy, run_pool_gone, run_pool_error
"""

import time
from concurrent.futures import ThreadPoolExecutor


def run_pool(task, args, max_workers):
    values = []

    def work(x):
        values.append(task(x))

    pool = ThreadPoolExecutor(max_workers)
    for x in args:
        pool.submit(work, x)
    time.sleep(0.05)
    return values
