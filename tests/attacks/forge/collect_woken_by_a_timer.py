"""collect waits for good, for an event that a timer sets after a while, whatever the callbacks do.

Cell: collect
Expects: collect 0
Thinks: the probe looks whether the function waits for good, and not whether somebody else will wake it
"""
def collect(pool, task, args):
    values = []

    def keep(future):
        if not future.cancelled() and future.exception() is None:
            values.append(future.result())

    for x in args:
        pool.submit(task, x).add_done_callback(keep)
    enough = threading.Event()
    threading.Timer(0.7, enough.set).start()
    enough.wait()
    return values
