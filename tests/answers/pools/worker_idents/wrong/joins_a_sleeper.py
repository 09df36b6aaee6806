"""Belief: "A task that joins a thread is busy": the thread it joins only sleeps.

Rejected by: worker_idents_overlap
"""

import threading
import time


def worker_idents(pool, n):
    def ident(_):
        sleeper = threading.Thread(target=time.sleep, args=(0.2,))
        sleeper.start()
        sleeper.join()
        return threading.get_ident()

    return set(pool.map(ident, range(n)))
