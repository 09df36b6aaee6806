"""The tutorial's program as it is: a pid for a thread, and no shutdown.

Rejected by: who_ran_ident, who_ran_gone
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
    print(len(futures))
    return [future.result() for future in futures]
