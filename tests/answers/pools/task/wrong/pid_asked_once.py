"""Belief: "The pid is always the same": it is asked once, when the cell runs.

Rejected by: task_value
"""

import os
import threading
import time

PID = os.getpid()


def task(n, sleep=time.sleep):
    sleep(2)
    return n, PID, threading.current_thread().name
