"""threading.Thread.start runs a right function instead of the learner's.

Cell: call_back
Expects: call_back 0
"""

import threading


def right(future, results, errors):
    if future.cancelled():
        errors.append("cancelled")
    elif future.exception():
        errors.append(future.exception())
    else:
        results.append(future.result())


start = threading.Thread.start


def begin(thread):
    if "(" in thread.name:
        thread._args = (right, *thread._args[1:])
    start(thread)


threading.Thread.start = begin


def call_back(future, results, errors):
    pass
