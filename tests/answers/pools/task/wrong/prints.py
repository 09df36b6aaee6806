"""Belief: "Printing is returning."

Rejected by: task_value
"""

import os
import threading
import time


def task(n, sleep=time.sleep):
    sleep(2)
    print(n, os.getpid(), threading.current_thread().name)
