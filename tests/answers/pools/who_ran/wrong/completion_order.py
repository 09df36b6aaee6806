"""Belief: "Things end in the order I wrote them."

Rejected by: who_ran_ident
"""

import threading
from concurrent.futures import ThreadPoolExecutor, as_completed


def who_ran(task, args, max_workers):
    def job(x):
        return task(x), threading.get_ident()

    with ThreadPoolExecutor(max_workers) as pool:
        return sorted(
            future.result() for future in as_completed([pool.submit(job, x) for x in args])
        )
