"""Slots in a queue, taken and put back."""

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
