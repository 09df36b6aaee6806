"""Belief: "shutdown(wait=False) is shutdown."

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
    pool.shutdown(wait=False)
    return [future.result() for future in futures]
