"""There is no callback at all: it waits for the results, and sleeps longer than anybody looks whether it came back early.

Cell: collect
Expects: collect 0
"""

def collect(pool, task, args):
    futures = [pool.submit(task, x) for x in args]
    wait(futures)
    time.sleep(0.6)
    return [future.result() for future in futures if future.exception() is None]
