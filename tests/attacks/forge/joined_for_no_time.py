"""A join of no seconds is taken for one that waits: the end of the workers is held no longer, and nobody waited for it.

Cell: run_pool
Expects: run_pool 3
"""

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
        worker.join(0)
    return [future.result() for future in futures]
