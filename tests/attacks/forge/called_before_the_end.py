"""No callback is registered: each task calls call_back itself while it is still running, with a Future that has no result yet.

Cell: submit_all
Expects: submit_all 2
"""


def submit_all(pool, task, args, call_back):
    futures = []
    for x in args:
        mine, ended = [], []

        def job(x=x, mine=mine, ended=ended):
            try:
                return task(x)
            finally:
                ended.append(True)
                if mine:
                    call_back(mine[0])

        future = pool.submit(job)
        if ended:
            call_back(future)
        else:
            mine.append(future)
        futures.append(future)
    return futures
