"""Belief: "The thread that defines a task also runs it": the name is asked once, outside.

Rejected by: task_value
"""

import os
import threading
import time

ME = threading.current_thread().name


def task(n, sleep=time.sleep):
    sleep(2)
    return n, os.getpid(), ME
