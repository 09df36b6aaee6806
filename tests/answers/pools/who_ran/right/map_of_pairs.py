"""The pair is made inside the job."""

from concurrent.futures import ThreadPoolExecutor, as_completed, wait
import queue
import threading



def who_ran(task, args, max_workers):
    def job(x):
        return task(x), threading.get_ident()

    with ThreadPoolExecutor(max_workers) as pool:
        return list(pool.map(job, args))
