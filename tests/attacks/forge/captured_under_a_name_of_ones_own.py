"""A pattern captures the running thread under the name of an object of the answer's: it gets the ident of one that waits for good.

Cell: collect
Expects: collect 0
"""

class Worker:
    _ident = 0


worker = Worker()
parked = threading.Thread(target=threading.Event().wait, daemon=True)
parked.start()


def collect(pool, task, args):
    futures = [pool.submit(task, x) for x in args]
    for future in futures[:-1]:
        future.add_done_callback(lambda f: None)
    time.sleep(0.1)
    match threading.current_thread():
        case worker:
            worker._ident = parked.ident
    for future in futures[-1:]:
        future.add_done_callback(lambda f: None)
    wait(futures)
    time.sleep(0.3)
    return [future.result() for future in futures if future.exception() is None]
