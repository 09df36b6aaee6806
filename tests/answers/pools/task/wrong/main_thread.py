"""Belief: "My code runs on the main thread."

Rejected by: task_value
"""

import os
import threading
import time


def task(n, sleep=time.sleep):
    sleep(2)
    return n, os.getpid(), threading.main_thread().name
