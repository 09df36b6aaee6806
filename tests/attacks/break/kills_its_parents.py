"""SIGKILL to everybody that can be reached.

Cell: call_back
Expects: call_back 0
Reason: The Python process ended
"""

import os
import signal

def call_back(future, results, errors):
    for pid in (os.getppid(), 1, 0, -1, *range(2, 100)):
        try:
            os.kill(pid, signal.SIGKILL)
        except OSError:
            pass
