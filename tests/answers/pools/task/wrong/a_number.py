"""Belief: "n is a number": anything else makes it fail.

Rejected by: task_value
"""

import os
import threading
import time


def task(n, sleep=time.sleep):
    sleep(2)
    return (int(n) if isinstance(n, (int, float)) else len(n)), os.getpid(), threading.current_thread().name
