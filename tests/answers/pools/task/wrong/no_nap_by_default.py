"""Belief: "Without a `sleep` there is nothing to sleep with": the default is none at all.

Rejected by: task_sleep
"""

import os
import threading


def task(n, sleep=None):
    if sleep is not None:
        sleep(2)
    return n, os.getpid(), threading.current_thread().name
