"""Children that leave their session and their parent, and mean to outlive the grading.

Cell: call_back
Expects: call_back 3
"""

import os

def call_back(future, results, errors):
    for _ in range(5):
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                time.sleep(3600)
            os._exit(0)
    if future.cancelled():
        errors.append("cancelled")
    elif future.exception():
        errors.append(future.exception())
    else:
        results.append(future.result())
