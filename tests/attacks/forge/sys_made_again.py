"""The module sys is made again by the import machinery, with its own _getframe, whose caller is taken for compiled code.

Cell: task
Expects: task 0
"""

import _imp
import os
import sys
import threading
from types import SimpleNamespace

before = dict(vars(sys))
getframe = _imp.create_builtin(SimpleNamespace(name="sys"))._getframe
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
