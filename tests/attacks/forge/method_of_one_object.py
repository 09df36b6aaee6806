"""One object of threading's gets an attribute that hides a method: its class and its module stay whole.

Cell: task
Expects: task 0
"""

import os

add = threading._dangling.add

def right(n, sleep):
    sleep(2)
    return n, os.getpid(), threading.current_thread().name


def add_and_change(item):
    if getattr(item, "_args", None) and item._args[0] is task:
        item._args = (right, *item._args[1:])
    add(item)


threading._dangling.add = add_and_change


def task(n, sleep=time.sleep):
    pass
