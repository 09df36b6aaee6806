"""A condition that holds when n idents are there."""

import threading
from concurrent.futures import wait


def worker_idents(pool, n):
    idents, changed = set(), threading.Condition()

    def work():
        with changed:
            idents.add(threading.get_ident())
            changed.notify_all()
            changed.wait_for(lambda: len(idents) == n)

    wait([pool.submit(work) for _ in range(n)])
    return idents
