"""A slip: sleeps one second twice.

Rejected by: task_sleep
"""

import os
import threading
import time


def task(n, sleep=time.sleep):
    sleep(1)
    sleep(1)
    return n, os.getpid(), threading.current_thread().name
