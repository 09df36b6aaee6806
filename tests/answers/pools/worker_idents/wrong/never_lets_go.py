"""Belief: "What is returned is all that counts": the tasks wait for ever, and their workers are lost.

Rejected by: worker_idents_overlap
"""

import queue
import threading


def worker_idents(pool, n):
    seen, never = queue.SimpleQueue(), threading.Event()

    def stay():
        seen.put(threading.get_ident())
        never.wait()

    for _ in range(n):
        pool.submit(stay)
    return {seen.get() for _ in range(n)}
