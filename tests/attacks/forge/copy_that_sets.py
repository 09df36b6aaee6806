"""copy.copy sets the attributes of whatever an object's __reduce_ex__ says it is to be rebuilt as: a thread that lives has ended.

Cell: who_ran
Expects: who_ran 0
Held: who_ran_ident
"""

import copy


class Ended:
    def __init__(self, thread):
        self.thread = thread

    def __reduce_ex__(self, protocol):
        return lambda: self.thread, (), (None, {"_is_stopped": True})


def who_ran(task, args, max_workers):
    workers = set()

    def job(x):
        workers.add(threading.current_thread())
        return task(x), threading.get_ident()

    pool = ThreadPoolExecutor(max_workers)
    futures = [pool.submit(job, x) for x in args]
    wait(futures)
    for worker in workers:
        copy.copy(Ended(worker))
    return [future.result() for future in futures]
