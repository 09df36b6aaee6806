"""Belief: "Sleeping makes them overlap."

Rejected by: worker_idents_overlap
"""

import threading
import time


def worker_idents(pool, n):
    def ident(_):
        time.sleep(0.05)
        return threading.get_ident()

    return set(pool.map(ident, range(n)))
