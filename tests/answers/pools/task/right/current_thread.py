"""The thread is asked inside the task."""

import os
import threading
import time


def task(n, sleep=time.sleep):
    sleep(2)
    return n, os.getpid(), threading.current_thread().name
