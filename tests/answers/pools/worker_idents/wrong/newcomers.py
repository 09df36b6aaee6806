"""Belief: "The pool's workers are the threads that are new": those it had before are missed.

Rejected by: worker_idents_kind
"""

import threading


def worker_idents(pool, n):
    before = set(threading.enumerate())
    meeting = threading.Barrier(n + 1)
    for _ in range(n):
        pool.submit(meeting.wait)
    workers = {thread.ident for thread in set(threading.enumerate()) - before}
    meeting.wait()
    return workers
