"""Tasks announce themselves and wait until the caller lets them go."""

import threading


def worker_idents(pool, n):
    here, go = threading.Semaphore(0), threading.Event()

    def ident():
        here.release()
        go.wait()
        return threading.get_ident()

    futures = [pool.submit(ident) for _ in range(n)]
    for _ in range(n):
        here.acquire()
    go.set()
    return {future.result() for future in futures}
