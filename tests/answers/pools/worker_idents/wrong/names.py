"""Belief: "A name is an ident."

Rejected by: worker_idents_kind, worker_idents_overlap
"""

import threading


def worker_idents(pool, n):
    meeting = threading.Barrier(n)

    def name(_):
        meeting.wait()
        return threading.current_thread().name

    return set(pool.map(name, range(n)))
