""""Bounded means in batches."

Rejected by: bounded_submit_refill, bounded_submit_error
"""

import itertools
import threading
import time
from collections import deque
from concurrent.futures import FIRST_COMPLETED, wait



def bounded_submit(pool, task, iterable, limit):
    futures, items = [], iter(iterable)
    while batch := [pool.submit(task, x) for x in itertools.islice(items, limit)]:
        wait(batch)
        futures += batch
    return futures
