"""Slots in a queue, taken and put back."""

import itertools
import threading
import time
from collections import deque
from concurrent.futures import FIRST_COMPLETED, wait



import queue


def bounded_submit(pool, task, iterable, limit):
    slots, futures = queue.Queue(), []
    for slot in range(limit):
        slots.put(slot)
    items = iter(iterable)
    while True:
        slot = slots.get()
        try:
            x = next(items)
        except StopIteration:
            return futures
        future = pool.submit(task, x)
        future.add_done_callback(lambda _, slot=slot: slots.put(slot))
        futures.append(future)
