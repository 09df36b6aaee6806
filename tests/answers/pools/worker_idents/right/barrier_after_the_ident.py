"""The ident is noted first, then the tasks meet."""

import threading


def worker_idents(pool, n):
    seen, together = [], threading.Barrier(n)

    def note():
        seen.append(threading.current_thread().ident)
        together.wait()

    for future in [pool.submit(note) for _ in range(n)]:
        future.result()
    return set(seen)
