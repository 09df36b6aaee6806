"""It waits for the first of its callbacks, and takes the values from the Futures.

Cell: collect
Expects: collect 0
Reason: not all of your callbacks had run yet
"""

def collect(pool, task, args):
    called = threading.Event()
    futures = [pool.submit(task, x) for x in args]
    for future in futures:
        future.add_done_callback(lambda _: called.set())
    if futures:
        called.wait()
    return [future.result() for future in futures if future.exception() is None]
