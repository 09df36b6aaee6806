""""The oldest ends first."

Rejected by: bounded_submit_refill
"""

import itertools
import threading
import time
from collections import deque
from concurrent.futures import FIRST_COMPLETED, wait



def bounded_submit(pool, task, iterable, limit):
    futures, window = [], deque()
    for x in iterable:
        if len(window) == limit:
            window.popleft().exception()
        futures.append(pool.submit(task, x))
        window.append(futures[-1])
    return futures
