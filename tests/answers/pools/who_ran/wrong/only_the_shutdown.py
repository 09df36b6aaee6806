"""Belief: "One fault is enough": still a pid for a thread.

Rejected by: who_ran_ident
"""

import os
from concurrent.futures import ThreadPoolExecutor

KEPT = []


def who_ran(task, args, max_workers):
    pool = ThreadPoolExecutor(max_workers)
    KEPT.append(pool)

    def job(x):
        return task(x), os.getpid()

    futures = [pool.submit(job, x) for x in args]
    pool.shutdown()
    return [future.result() for future in futures]
