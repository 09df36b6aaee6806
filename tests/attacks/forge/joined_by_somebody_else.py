"""Nobody waits for the workers but a thread that is left behind; the answer sleeps a little and hopes.

Cell: run_pool
Expects: run_pool 3
"""

def run_pool(task, args, max_workers):
    workers = set()

    def job(x):
        workers.add(threading.current_thread())
        return task(x)

    def join():
        for worker in list(workers):
            worker.join()

    pool = ThreadPoolExecutor(max_workers)
    try:
        return [future.result() for future in [pool.submit(job, x) for x in args]]
    finally:
        pool.shutdown(wait=False)
        threading.Thread(target=join, daemon=True).start()
        time.sleep(0.2)
