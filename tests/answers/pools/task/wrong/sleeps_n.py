"""A slip: sleeps n seconds instead of 2.

Rejected by: task_sleep
"""

import os
import threading
import time


def task(n, sleep=time.sleep):
    sleep(n)
    return n, os.getpid(), threading.current_thread().name
