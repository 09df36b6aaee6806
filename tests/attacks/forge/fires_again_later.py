"""The callback is called a second time for each task, later than anybody looks for one call too many.

Cell: submit_all
Expects: submit_all 1
"""

def submit_all(pool, task, args, call_back):
    def twice(future):
        call_back(future)
        threading.Timer(0.3, call_back, [future]).start()

    futures = [pool.submit(task, x) for x in args]
    for future in futures:
        future.add_done_callback(twice)
    return futures
