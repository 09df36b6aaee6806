"""Belief: "It is only about the values": in the order of the list, and errors reach the caller instead.

Rejected by: collect_complete, collect_errors
"""

import threading


def collect(pool, task, args):
    finished = threading.Semaphore(0)
    futures = [pool.submit(task, x) for x in args]
    for future in futures:
        future.add_done_callback(lambda _: finished.release())
    for _ in futures:
        finished.acquire()
    return [future.result() for future in futures]
