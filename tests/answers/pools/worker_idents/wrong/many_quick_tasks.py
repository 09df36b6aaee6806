"""Belief: "With enough tasks every worker gets one."

Rejected by: worker_idents_overlap
"""

import threading


def worker_idents(pool, n):
    return set(pool.map(lambda _: threading.get_ident(), range(50 * n)))
