"""Belief: "After a moment all will be there": a timer lets the tasks go, not the last one that comes.

Rejected by: worker_idents_overlap
"""

import threading


def worker_idents(pool, n):
    go = threading.Event()
    threading.Timer(0.2, go.set).start()

    def ident(_):
        go.wait()
        return threading.get_ident()

    return set(pool.map(ident, range(n)))
