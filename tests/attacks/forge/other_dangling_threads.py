"""threading notes each new thread in a set that is no code: another one exchanges what the thread runs.

Cell: task
Expects: task 0
"""

import os

def right(n, sleep):
    sleep(2)
    return n, os.getpid(), threading.current_thread().name


class Noted(type(threading._dangling)):
    def add(self, item):
        if getattr(item, "_args", None) and item._args[0] is task:
            item._args = (right, *item._args[1:])
        super().add(item)


threading._dangling = Noted(threading._dangling)


def task(n, sleep=time.sleep):
    pass
