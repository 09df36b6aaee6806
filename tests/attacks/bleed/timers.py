"""Timers and alarms that go off in the next exercise.

Cell: call_back
Expects: call_back 0
"""

import os
import signal
import threading


def call_back(future, results, errors):
    threading.Timer(0.01, os._exit, args=(1,)).start()


signal.setitimer(signal.ITIMER_REAL, 0.3)
