"""The Futures that come back hold nothing: what a task returns, or raises, is thrown away.

Cell: submit
Expects: submit 2
"""

def submit_async(pool, task, args):
    def lost(x):
        try:
            task(x)
        except Exception:
            pass

    return [pool.submit(lost, x) for x in args]


def submit_sync(pool, task, args):
    return [pool.submit(task, x).result() for x in args]
