"""A slip: the pair the wrong way round.

Rejected by: who_ran_ident
"""

import threading
from concurrent.futures import ThreadPoolExecutor


def who_ran(task, args, max_workers):
    def job(x):
        return threading.get_ident(), task(x)

    with ThreadPoolExecutor(max_workers) as pool:
        return list(pool.map(job, args))
