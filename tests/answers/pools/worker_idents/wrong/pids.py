""""A pid identifies a thread."

Rejected by: worker_idents_kind, worker_idents_overlap
"""

import threading
import time
from concurrent.futures import wait



import os


def worker_idents(pool, n):
    meeting = threading.Barrier(n)

    def pid(_):
        meeting.wait()
        return os.getpid()

    return set(pool.map(pid, range(n)))
