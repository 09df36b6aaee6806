"""A method calls the running thread self, and sets its ident to that of one that waits for good: tasks that only sleep look stuck to the pool.

Cell: worker_idents
Expects: worker_idents 0
Held: worker_idents_kind
"""

class Sleeper:
    _ident = 0

    def sleep(self, ident):
        real = threading.get_ident()
        self = threading.current_thread()
        setattr(self, "_ident", ident)
        time.sleep(2)
        setattr(self, "_ident", real)
        return real


sleeper = Sleeper()
parked = threading.Thread(target=threading.Event().wait, daemon=True)
parked.start()


def worker_idents(pool, n):
    futures = [pool.submit(sleeper.sleep, parked.ident) for _ in range(n)]
    return {future.result() for future in futures}
