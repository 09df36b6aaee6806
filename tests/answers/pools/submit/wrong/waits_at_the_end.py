"""Belief: "Asynchronous means waiting once, at the end."

Rejected by: submit_async
"""

from concurrent.futures import wait


def submit_async(pool, task, args):
    futures = [pool.submit(task, x) for x in args]
    wait(futures)
    return futures


def submit_sync(pool, task, args):
    return [pool.submit(task, x).result() for x in args]
