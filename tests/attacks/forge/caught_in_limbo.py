"""A thread that the cell leaves behind looks who is about to be started, and exchanges what is run.

Cell: task
Expects: task 0
"""

import os
import sys

def right(n, sleep):
    sleep(2)
    return n, os.getpid(), threading.current_thread().name


def wait():
    while True:
        for thread in list(threading._limbo) + list(threading._active.values()):
            if (args := getattr(thread, "_args", None)) and args[0] is task:
                thread._args = (right, *args[1:])


sys.setswitchinterval(1e-6)
threading.Thread(target=wait, daemon=True).start()


def task(n, sleep=time.sleep):
    pass
