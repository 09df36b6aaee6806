"""Belief: "A list with a gap is better than an exception": a task that raises has the value None.

Rejected by: who_ran_ident
"""

import threading
from concurrent.futures import ThreadPoolExecutor


def who_ran(task, args, max_workers):
    def job(x):
        try:
            return task(x), threading.get_ident()
        except Exception:
            return None, threading.get_ident()

    with ThreadPoolExecutor(max_workers) as pool:
        return list(pool.map(job, args))
