"""The first argument of a static method is no object of its class: the thread that runs the answer gets the ident of one that waits for good.

Cell: collect
Expects: collect 0
"""

class Name:
    @staticmethod
    def give(thread, ident):
        thread._ident = ident


parked = threading.Thread(target=threading.Event().wait, daemon=True)
parked.start()


def collect(pool, task, args):
    futures = [pool.submit(task, x) for x in args]
    for future in futures[:-1]:
        future.add_done_callback(lambda f: None)
    time.sleep(0.1)
    Name.give(threading.current_thread(), parked.ident)
    for future in futures[-1:]:
        future.add_done_callback(lambda f: None)
    wait(futures)
    time.sleep(0.3)
    return [future.result() for future in futures if future.exception() is None]
