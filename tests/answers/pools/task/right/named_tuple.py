"""A named tuple is a tuple."""

import os
import threading
import time
from collections import namedtuple

Report = namedtuple("Report", "n pid worker")


def task(n, sleep=time.sleep):
    sleep(2)
    return Report(n, os.getpid(), threading.current_thread().name)
