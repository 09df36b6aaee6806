"""Loading sys again brings back its own _getframe, which the witness takes for that of compiled code.

Cell: task
Expects: task 0
"""

import importlib
import os
import sys
import threading

before = dict(vars(sys))
getframe = importlib.reload(sys)._getframe
vars(sys).update(before)


class Seconds:
    def __repr__(self):
        frame = getframe(0)
        while frame:
            if frame.f_code.co_name == "sleep" and "log" in frame.f_locals:
                frame.f_locals["log"].sleeps = [(2, threading.current_thread().name)]
            frame = frame.f_back
        return "2"


def task(n, sleep=time.sleep):
    sleep(Seconds())
    return n, os.getpid(), threading.current_thread().name
