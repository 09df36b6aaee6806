"""Belief: "Any n threads will do": threads of its own, not the pool's.

Rejected by: worker_idents_kind, worker_idents_overlap
"""

import threading
import time


def worker_idents(pool, n):
    threads = [threading.Thread(target=time.sleep, args=(0.01,)) for _ in range(n)]
    for thread in threads:
        thread.start()
    return {thread.ident for thread in threads}
