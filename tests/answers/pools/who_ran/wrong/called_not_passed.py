"""Belief: "submit(job(x)) passes the job": it waits on the caller's own thread.

Rejected by: who_ran_ident, who_ran_gone
"""

import threading
from concurrent.futures import ThreadPoolExecutor


def who_ran(task, args, max_workers):
    def job(x):
        return task(x), threading.get_ident()

    with ThreadPoolExecutor(max_workers) as pool:
        return [pool.submit(job(x)).result() for x in args]
