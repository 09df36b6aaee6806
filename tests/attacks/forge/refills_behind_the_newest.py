"""The next task is handed over when the newest has ended, whatever the others do.

Cell: run_pool
Expects: run_pool 3
Reason: Workers take the next task one by one
"""

def run_pool(task, args, max_workers):
    futures = []
    with ThreadPoolExecutor(max_workers) as pool:
        for x in args:
            if len(futures) >= max_workers:
                wait([futures[-1]])
            futures.append(pool.submit(task, x))
        return [future.result() for future in futures]
