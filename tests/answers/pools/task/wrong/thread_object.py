"""Belief: "The thread is as good as its name."

Rejected by: task_value
"""

import os
import threading
import time


def task(n, sleep=time.sleep):
    sleep(2)
    return n, os.getpid(), threading.current_thread()
