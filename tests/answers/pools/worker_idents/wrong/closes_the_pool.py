"""Belief: "Every pool is used with `with`", also one that belongs to somebody else.

Rejected by: worker_idents_kind
"""

import threading


def worker_idents(pool, n):
    meeting = threading.Barrier(n)

    def ident(_):
        meeting.wait()
        return threading.get_ident()

    with pool:
        return set(pool.map(ident, range(n)))
