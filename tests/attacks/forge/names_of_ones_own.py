"""A class of the answer's has an attribute of the name of a private one of threads, which is from then on nobody else's.

Cell: run_pool
Expects: run_pool 0
Held: run_pool_busy, run_pool_error, run_pool_order
"""

class Mine:
    _is_stopped = False


def run_pool(task, args, max_workers):
    workers = set()

    def job(x):
        workers.add(threading.current_thread())
        return task(x)

    pool = ThreadPoolExecutor(max_workers)
    futures = [pool.submit(job, x) for x in args]
    wait(futures)
    pool.shutdown(wait=False)
    for worker in workers:
        worker._is_stopped = True
    return [future.result() for future in futures]
