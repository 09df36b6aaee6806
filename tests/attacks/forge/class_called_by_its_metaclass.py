"""A class is made by a call of its metaclass, with the computed name of what copies are made by: the copy is a Future of the test, which notes nothing more.

Cell: submit_all
Expects: submit_all 0
Held: submit_all_fires, submit_all_futures
"""

import copy


class Kind(type):
    """Makes classes."""


def parts(self, protocol):
    return (lambda: self.future), (), {"_note": int}


Quiet = Kind("Quiet", (), {"__reduce" + "_ex__": parts})


def submit_all(pool, task, args, call_back):
    futures = []
    for x in args:
        future, quiet = pool.submit(task, x), Quiet()
        quiet.future = future
        copy.copy(quiet)
        try:
            future.result(0.02)
        except TimeoutError:
            pass
        future.add_done_callback(call_back)
        futures.append(future)
    return futures
