"""Belief: "A name is an ident."

Rejected by: who_ran_ident
"""

import threading
from concurrent.futures import ThreadPoolExecutor

KEPT = []


def who_ran(task, args, max_workers):
    pool = ThreadPoolExecutor(max_workers)
    KEPT.append(pool)

    def job(x):
        return task(x), threading.current_thread().name

    futures = [pool.submit(job, x) for x in args]
    pool.shutdown()
    return [future.result() for future in futures]
