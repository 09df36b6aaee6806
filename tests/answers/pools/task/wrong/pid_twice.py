"""Belief: "A pid identifies a thread": it gives the pid for the worker.

Rejected by: task_value
"""

import os
import time


def task(n, sleep=time.sleep):
    sleep(2)
    return n, os.getpid(), os.getpid()
