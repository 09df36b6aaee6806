""""One thread is easier to name": max_workers is ignored.

Rejected by: who_ran_ident
"""

from concurrent.futures import ThreadPoolExecutor, as_completed, wait
import queue
import threading



def who_ran(task, args, max_workers):
    def job(x):
        return task(x), threading.get_ident()

    with ThreadPoolExecutor(1) as pool:
        return list(pool.map(job, args))
