"""The pool is only asked to go; a helper thread joins the workers, while run_pool joins a thread that merely sleeps, which counts as standing for them.

Cell: run_pool
Expects: run_pool 3
Thinks: HeldExits takes any join by anybody as long as the function itself stands in some join; which thread it joins is not asked
"""
def run_pool(task, args, max_workers):
    before = set(threading.enumerate())
    pool = ThreadPoolExecutor(max_workers)
    futures = [pool.submit(task, x) for x in args]
    wait(futures)
    workers = [it for it in threading.enumerate() if it not in before and it is not threading.current_thread()]
    pool.shutdown(wait=False)

    def bury():
        for worker in workers:
            worker.join()

    threading.Thread(target=bury, daemon=True).start()
    nap = threading.Thread(target=time.sleep, args=(0.3,))
    nap.start()
    nap.join()
    return [future.result() for future in futures]
