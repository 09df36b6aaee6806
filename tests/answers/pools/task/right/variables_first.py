"""Step by step, with names for everything."""

import os
import threading
import time


def task(n, sleep=time.sleep):
    worker = threading.current_thread()
    sleep(2.0)
    result = (n, os.getpid(), worker.name)
    return result
