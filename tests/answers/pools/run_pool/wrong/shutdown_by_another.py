"""Belief: "Somebody waits for the workers": a thread of its own does, and nobody waits for that one.

Rejected by: run_pool_gone
"""

from concurrent.futures import ThreadPoolExecutor
from threading import Thread


def run_pool(task, args, max_workers):
    pool = ThreadPoolExecutor(max_workers)
    futures = [pool.submit(task, x) for x in args]
    Thread(target=pool.shutdown).start()
    return [future.result() for future in futures]
