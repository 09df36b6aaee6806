"""What the Futures hold is a pair of the result and the time.

Cell: submit
Expects: submit 2
Reason: should return the list of the 3 Futures that submit gave it
"""

def submit_async(pool, task, args):
    def timed(x):
        return task(x), time.time()

    return [pool.submit(timed, x) for x in args]


def submit_sync(pool, task, args):
    return [pool.submit(task, x).result() for x in args]
