"""Shut down by hand."""

import threading
from concurrent.futures import ThreadPoolExecutor


def who_ran(task, args, max_workers):
    pool = ThreadPoolExecutor(max_workers)

    def job(x):
        value = task(x)
        return value, threading.get_ident()

    try:
        return [future.result() for future in [pool.submit(job, x) for x in args]]
    finally:
        pool.shutdown(wait=True)
