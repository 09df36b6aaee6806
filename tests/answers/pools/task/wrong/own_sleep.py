"""Belief: "The `sleep` parameter is decoration": it calls time.sleep.

Rejected by: task_sleep
"""

import os
import threading
import time


def task(n, sleep=time.sleep):
    time.sleep(2)
    return n, os.getpid(), threading.current_thread().name
