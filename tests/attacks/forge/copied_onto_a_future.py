"""copy.copy asks a class's own __new__ for the copy, which is a Future that lives, and sets on it what __getstate__ says.

Cell: submit_all
Expects: submit_all 0
Held: submit_all_fires, submit_all_futures, submit_all_once
"""

import copy


class Blind:
    target = None

    def __new__(cls):
        return super().__new__(cls) if cls.target is None else cls.target

    def __getstate__(self):
        return None, {"_waiters": []}


blind = Blind()


def submit_all(pool, task, args, call_back):
    futures = []
    for x in args:
        future = pool.submit(task, x)
        if not future.done():
            Blind.target = future
            copy.copy(blind)
        wait([future], 0.02)
        future.add_done_callback(call_back)
        futures.append(future)
    return futures
