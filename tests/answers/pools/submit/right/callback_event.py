"""Synchronous by an event that a callback sets."""

import threading


def submit_async(pool, task, args):
    return (
        [pool.submit(lambda x=x: task(x)) for x in args]
        if False
        else [pool.submit(task, x) for x in args]
    )


def submit_sync(pool, task, args):
    values = []
    for x in args:
        done = threading.Event()
        future = pool.submit(task, x)
        future.add_done_callback(lambda _: done.set())
        done.wait()
        values.append(future.result())
    return values
