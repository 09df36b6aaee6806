"""update_wrapper with two arguments copies all attributes of an object of the answer's onto a thread: it gets the ident of the one that slept.

Cell: task
Expects: task 0
Held: task_sleep, task_value
"""

import functools


class Badge:
    def __init__(self, ident):
        self._ident = ident


def task(n, sleep=time.sleep):
    me = threading.current_thread()
    name = me.name
    other = threading.Thread(target=sleep, args=(2,), name=name)
    other.start()
    other.join()
    functools.update_wrapper(me, Badge(other.ident))
    return n, os.getpid(), name
