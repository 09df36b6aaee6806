"""The tutorial's program with its two faults repaired."""

import threading
from concurrent.futures import ThreadPoolExecutor


def who_ran(task, args, max_workers):
    def job(x):
        return task(x), threading.current_thread().ident

    with ThreadPoolExecutor(max_workers) as pool:
        futures = [pool.submit(job, x) for x in args]
    return [future.result() for future in futures]
