"""Belief: "The same n gives the same result": it is kept, with the name of the thread that ran it first.

Rejected by: task_value, task_sleep
"""

import os
import threading
import time

known = {}


def task(n, sleep=time.sleep):
    if str(n) not in known:
        sleep(2)
        known[str(n)] = n, os.getpid(), threading.current_thread().name
    return known[str(n)]
