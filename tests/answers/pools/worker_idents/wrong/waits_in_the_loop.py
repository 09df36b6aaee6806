"""Belief: "result() in the loop is fine": the first task waits for a second that never comes.

Rejected by: worker_idents_overlap
"""

import threading


def worker_idents(pool, n):
    meeting = threading.Barrier(n)

    def ident():
        meeting.wait()
        return threading.get_ident()

    return {pool.submit(ident).result() for _ in range(n)}
