"""Belief: "Two that meet prove it": a barrier of a fixed size.

Rejected by: worker_idents_kind, worker_idents_overlap
"""

import threading


def worker_idents(pool, n):
    meeting = threading.Barrier(2)

    def ident(_):
        try:
            meeting.wait(timeout=1)
        except threading.BrokenBarrierError:
            return -1
        return threading.get_ident()

    return set(pool.map(ident, range(n)))
