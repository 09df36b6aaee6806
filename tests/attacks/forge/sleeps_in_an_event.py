"""The tasks only sleep, in an event that nobody sets: to the pool they look as if they waited for each other.

Cell: worker_idents
Expects: worker_idents 1
"""

def worker_idents(pool, n):
    def ident():
        threading.Event().wait(1)
        return threading.get_ident()

    return {future.result() for future in [pool.submit(ident) for _ in range(n)]}
