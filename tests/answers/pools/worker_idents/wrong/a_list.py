"""Belief: "A list is a set."

Rejected by: worker_idents_kind, worker_idents_overlap
"""

import threading


def worker_idents(pool, n):
    meeting = threading.Barrier(n)

    def ident(_):
        meeting.wait()
        return threading.get_ident()

    return list(pool.map(ident, range(n)))
