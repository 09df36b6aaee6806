"""copy.copy needs no method of the answer's but __new__, which gives it a living Future: that gets the attributes that the original simply has.

Cell: submit_all
Expects: submit_all 0
Held: submit_all_fires, submit_all_futures, submit_all_once
"""

import copy

onto = []


class Quiet:
    def __new__(cls, *given):
        return object.__new__(cls) if given else onto[-1]

    def __init__(self, *given):
        self._note = int


quiet = Quiet("the first")


def submit_all(pool, task, args, call_back):
    futures = []
    for x in args:
        future = pool.submit(task, x)
        onto.append(future)
        copy.copy(quiet)
        try:
            future.result(0.02)
        except Exception:
            pass
        future.add_done_callback(call_back)
        futures.append(future)
    return futures
