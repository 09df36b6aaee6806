"""The sleep comes when the returned object is asked for its text, on the same thread, after the task has returned.

Cell: task
Expects: task 1
"""

import os
import threading


class Result(tuple):
    def __repr__(self):
        self.sleep(2)
        return "()"


def task(n, sleep=time.sleep):
    result = Result((n, os.getpid(), threading.current_thread().name))
    result.sleep = sleep
    return result
