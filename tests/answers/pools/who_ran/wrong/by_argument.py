"""Belief: "Arguments are keys": what ran where stands in a dict by argument, so equal arguments leave one ident.

Rejected by: who_ran_ident
"""

import threading
from concurrent.futures import ThreadPoolExecutor


def who_ran(task, args, max_workers):
    ran_on = {}

    def job(x):
        ran_on[x] = threading.get_ident()
        return task(x)

    with ThreadPoolExecutor(max_workers) as pool:
        values = list(pool.map(job, args))
    return [(value, ran_on[x]) for value, x in zip(values, args)]
