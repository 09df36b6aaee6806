"""Belief: "Keeping it busy for a moment makes them overlap."

Rejected by: worker_idents_overlap
"""

import threading


def worker_idents(pool, n):
    def ident(_):
        sum(range(200_000))
        return threading.get_ident()

    return set(pool.map(ident, range(n)))
