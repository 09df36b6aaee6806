"""The Futures of the test note who waits by a method whose private name no library has: it is hidden by plain assignment.

Cell: submit
Expects: submit 0
Held: submit_async
"""

def submit_async(pool, task, args):
    futures = []
    for x in args:
        future = pool.submit(task, x)
        future._note = int
        futures.append(future)
        try:
            future.result(0.02)
        except TimeoutError:
            pass
    return futures


def submit_sync(pool, task, args):
    return []
