"""Belief: "A pid identifies a thread."

Rejected by: worker_idents_kind, worker_idents_overlap
"""

import os
import threading


def worker_idents(pool, n):
    meeting = threading.Barrier(n)

    def pid(_):
        meeting.wait()
        return os.getpid()

    return set(pool.map(pid, range(n)))
