"""A Future of the test is initialized once more, by Future: its list of those who wait is a plain one then, which tells nobody.

Cell: submit_all
Expects: submit_all 0
Held: submit_all_fires, submit_all_futures, submit_all_once
"""

def submit_all(pool, task, args, call_back):
    futures = []
    for x in args:
        future = pool.submit(task, x)
        if not future.done():
            Future.__init__(future)
        future.add_done_callback(call_back)
        wait([future], 0.02)
        futures.append(future)
    return futures
