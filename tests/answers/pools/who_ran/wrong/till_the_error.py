"""Belief: "The last line is always reached": a task that raises leaves the pool as it is.

Rejected by: who_ran_gone
"""

import threading
from concurrent.futures import ThreadPoolExecutor


def who_ran(task, args, max_workers):
    def job(x):
        return task(x), threading.get_ident()

    pool = ThreadPoolExecutor(max_workers)
    futures = [pool.submit(job, x) for x in args]
    pairs = [future.result() for future in futures]
    pool.shutdown()
    return pairs
