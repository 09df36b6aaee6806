""""submit(job(x)) passes the job": it waits on the caller's own thread.

Rejected by: who_ran_ident, who_ran_gone
"""

from concurrent.futures import ThreadPoolExecutor, as_completed, wait
import queue
import threading



def who_ran(task, args, max_workers):
    def job(x):
        return task(x), threading.get_ident()

    with ThreadPoolExecutor(max_workers) as pool:
        return [pool.submit(job(x)).result() for x in args]
