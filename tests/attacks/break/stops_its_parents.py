"""SIGSTOP to everybody that can be reached, itself included.

Cell: call_back
Expects: call_back 0
"""

import os
import signal

def call_back(future, results, errors):
    for pid in (os.getppid(), 1, -1, 0):
        try:
            os.kill(pid, signal.SIGSTOP)
        except OSError:
            pass
