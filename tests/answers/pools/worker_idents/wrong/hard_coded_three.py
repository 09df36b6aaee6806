"""Belief: "It worked with the example": three, whatever n is.

Rejected by: worker_idents_kind, worker_idents_overlap
"""

import threading


def worker_idents(pool, n):
    meeting = threading.Barrier(3)

    def ident(_):
        meeting.wait()
        return threading.get_ident()

    return set(pool.map(ident, range(3)))
