"""Belief: "An event counts": two tasks that end before it looks set the flag once.

Rejected by: bounded_submit_refill
"""

import threading


def bounded_submit(pool, task, iterable, limit):
    room, futures = threading.Event(), []
    for x in iterable:
        if len(futures) >= limit:
            room.wait()
            room.clear()
        futures.append(pool.submit(task, x))
        futures[-1].add_done_callback(lambda _: room.set())
    return futures
