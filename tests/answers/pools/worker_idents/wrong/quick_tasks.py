"""Belief: "A pool of n means that n threads run."

Rejected by: worker_idents_overlap
"""

import threading


def worker_idents(pool, n):
    return set(pool.map(lambda _: threading.get_ident(), range(n)))
