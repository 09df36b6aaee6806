"""Belief: "One thread is easier to name": max_workers is ignored.

Rejected by: who_ran_ident
"""

import threading
from concurrent.futures import ThreadPoolExecutor


def who_ran(task, args, max_workers):
    def job(x):
        return task(x), threading.get_ident()

    with ThreadPoolExecutor(1) as pool:
        return list(pool.map(job, args))
