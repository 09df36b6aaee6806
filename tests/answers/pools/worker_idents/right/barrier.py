"""n tasks that meet at a barrier."""

import threading


def worker_idents(pool, n):
    meeting = threading.Barrier(n)

    def ident(_):
        meeting.wait()
        return threading.get_ident()

    return set(pool.map(ident, range(n)))
