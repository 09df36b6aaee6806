"""The tasks only sleep, longer than the pool looks whether its workers are stuck.

Cell: worker_idents
Expects: worker_idents 1
"""

def worker_idents(pool, n):
    def ident():
        time.sleep(3.5 * (n - 1))
        return threading.get_ident()

    return {future.result() for future in [pool.submit(ident) for _ in range(n)]}
