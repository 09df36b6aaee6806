"""The Futures keep who waited for them under a public name, where the answer puts a set that keeps nothing.

Cell: submit
Expects: submit 2
"""

class Nothing(set):
    def add(self, role):
        pass


def submit_async(pool, task, args):
    futures = []
    for x in args:
        future = pool.submit(task, x)
        future.waiters = Nothing()
        try:
            future.result(0.02)
        except TimeoutError:
            pass
        futures.append(future)
    return futures


def submit_sync(pool, task, args):
    return [pool.submit(task, x).result() for x in args]
