""""Waiting inside a task is harmless": a task of the pool waits for the others.

Rejected by: run_pool_order, run_pool_busy, run_pool_gone, run_pool_error
"""

from concurrent.futures import ThreadPoolExecutor, as_completed, wait
import queue
import threading



def run_pool(task, args, max_workers):
    with ThreadPoolExecutor(max_workers) as pool:

        def outer(x):
            return pool.submit(task, x).result()

        return list(pool.map(outer, args))
