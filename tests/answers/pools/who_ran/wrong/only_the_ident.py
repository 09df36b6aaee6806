"""Belief: "One fault is enough": the pool is still never shut down.

Rejected by: who_ran_gone
"""

import threading
from concurrent.futures import ThreadPoolExecutor

KEPT = []


def who_ran(task, args, max_workers):
    pool = ThreadPoolExecutor(max_workers)
    KEPT.append(pool)

    def job(x):
        return task(x), threading.get_ident()

    futures = [pool.submit(job, x) for x in args]
    print(len(futures))
    return [future.result() for future in futures]
