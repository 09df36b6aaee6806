"""The pair is made inside the job."""

import threading
from concurrent.futures import ThreadPoolExecutor


def who_ran(task, args, max_workers):
    def job(x):
        return task(x), threading.get_ident()

    with ThreadPoolExecutor(max_workers) as pool:
        return list(pool.map(job, args))
