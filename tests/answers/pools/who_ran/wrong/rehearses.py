"""Belief: "First see whether it works": each job runs the task twice.

Rejected by: who_ran_ident
"""

import threading
from concurrent.futures import ThreadPoolExecutor


def who_ran(task, args, max_workers):
    def job(x):
        task(x)
        return task(x), threading.get_ident()

    with ThreadPoolExecutor(max_workers) as pool:
        return list(pool.map(job, args))
