""""After a while a place is free."

Rejected by: bounded_submit_limit, bounded_submit_refill, bounded_submit_error
"""

import itertools
import threading
import time
from collections import deque
from concurrent.futures import FIRST_COMPLETED, wait



def bounded_submit(pool, task, iterable, limit):
    futures = []
    for i, x in enumerate(iterable):
        if i >= limit:
            time.sleep(0.001)
        futures.append(pool.submit(task, x))
    return futures
