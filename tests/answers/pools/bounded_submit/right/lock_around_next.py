"""An item is taken under the lock that the callbacks need."""

import threading


def bounded_submit(pool, task, iterable, limit):
    unfinished, changed, futures = 0, threading.Condition(), []
    items = iter(iterable)

    def done(_):
        nonlocal unfinished
        with changed:
            unfinished -= 1
            changed.notify()

    while True:
        with changed:
            changed.wait_for(lambda: unfinished < limit)
            try:
                x = next(items)
            except StopIteration:
                return futures
            unfinished += 1
        futures.append(pool.submit(task, x))
        futures[-1].add_done_callback(done)
