"""A counter under a condition."""

import threading


def bounded_submit(pool, task, iterable, limit):
    unfinished, changed, futures = 0, threading.Condition(), []

    def done(_):
        nonlocal unfinished
        with changed:
            unfinished -= 1
            changed.notify()

    for x in iterable:
        with changed:
            changed.wait_for(lambda: unfinished < limit)
            unfinished += 1
        futures.append(pool.submit(task, x))
        futures[-1].add_done_callback(done)
    return futures
