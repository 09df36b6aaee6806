"""Belief: "A default is evaluated at each call."

Rejected by: task_value
"""

import os
import threading
import time


def task(n, sleep=time.sleep, pid=os.getpid()):
    sleep(2)
    return n, pid, threading.current_thread().name
