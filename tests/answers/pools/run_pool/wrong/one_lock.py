"""Belief: "A lock makes it safe": over-serialised.

Rejected by: run_pool_busy
"""

import threading
from concurrent.futures import ThreadPoolExecutor


def run_pool(task, args, max_workers):
    lock = threading.Lock()

    def guarded(x):
        with lock:
            return task(x)

    with ThreadPoolExecutor(max_workers) as pool:
        return list(pool.map(guarded, args))
