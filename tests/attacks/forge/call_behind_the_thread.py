"""The thread that runs the answer knows the call it belongs to, which is told that it is over; the answer hangs.

Cell: task
Expects: task 0
"""

import os
import threading


def task(n, sleep=time.sleep):
    thread = threading.current_thread()
    call = getattr(getattr(thread, "_target", None), "__self__", None)
    if call:
        call._value = (n, os.getpid(), thread.name)
        call.over.set()
    time.sleep(15)
