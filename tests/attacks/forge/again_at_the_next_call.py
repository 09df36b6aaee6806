"""The callback of an old task is called a second time as soon as submit_all is called again, for other tasks.

Cell: submit_all
Expects: submit_all 2
Reason: expected each of the three once
"""

fired = []


def submit_all(pool, task, args, call_back):
    while fired:
        earlier, future = fired.pop(0)
        earlier(future)

    def fire(future):
        call_back(future)
        fired.append((call_back, future))

    futures = [pool.submit(task, x) for x in args]
    for future in futures:
        future.add_done_callback(fire)
    return futures
