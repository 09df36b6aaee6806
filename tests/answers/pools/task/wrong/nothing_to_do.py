"""Belief: "Zero means nothing to do": for an n like that it does not sleep.

Rejected by: task_sleep
"""

import os
import threading
import time


def task(n, sleep=time.sleep):
    if n:
        sleep(2)
    return n, os.getpid(), threading.current_thread().name
