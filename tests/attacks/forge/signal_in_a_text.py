"""The main thread asks what was returned for its text: a signal is handled meanwhile, whose handler is taken back.

Cell: task
Expects: task 0
Held: task_value
"""

import os
import signal
import threading


def handler(number, frame):
    while frame:
        if frame.f_code.co_name == "watch_task":
            frame.f_locals["log"].sleeps = [(2, name)]
        frame = frame.f_back


def reach():
    before = signal.signal(signal.SIGUSR1, handler)
    signal.raise_signal(signal.SIGUSR1)
    signal.signal(signal.SIGUSR1, before)


class Result(tuple):
    def __repr__(self):
        reach()
        return "()"


def task(n, sleep=time.sleep):
    global name
    name = threading.current_thread().name
    return Result((n, os.getpid(), name))
