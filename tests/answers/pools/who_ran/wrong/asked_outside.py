"""Belief: "The thread that submits is the thread that runs": the ident is asked outside.

Rejected by: who_ran_ident
"""

import threading
from concurrent.futures import ThreadPoolExecutor


def who_ran(task, args, max_workers):
    with ThreadPoolExecutor(max_workers) as pool:
        return [(value, threading.get_ident()) for value in pool.map(task, args)]
