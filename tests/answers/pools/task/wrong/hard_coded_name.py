"""Belief: "It worked with the example": the name of the example is written down.

Rejected by: task_value
"""

import os
import time


def task(n, sleep=time.sleep):
    sleep(2)
    return n, os.getpid(), "kitchen_3"
