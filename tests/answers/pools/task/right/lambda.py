"""A function is a function, however it is written."""

import os
import threading
import time

task = lambda n, sleep=time.sleep: (sleep(2), (n, os.getpid(), threading.current_thread().name))[1]
