"""A slip: the parent process instead of the own one.

Rejected by: task_value
"""

import os
import threading
import time


def task(n, sleep=time.sleep):
    sleep(2)
    return n, os.getppid(), threading.current_thread().name
