"""Belief: "Ident and name are the same thing."

Rejected by: task_value
"""

import os
import threading
import time


def task(n, sleep=time.sleep):
    sleep(2)
    return n, os.getpid(), threading.get_ident()
