"""Belief: "submit(f()) passes f": the barrier waits on the caller's own thread, for ever.

Rejected by: worker_idents_kind, worker_idents_overlap
"""

import threading


def worker_idents(pool, n):
    meeting = threading.Barrier(n)

    def ident():
        meeting.wait()
        return threading.get_ident()

    return {pool.submit(ident()).result() for _ in range(n)}
