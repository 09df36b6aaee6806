"""Many children take less memory than one may, and together more than a box may have.

Cell: call_back
Expects: call_back 0
Reason: a limit
"""

import os


def call_back(future, results, errors):
    for _ in range(12):
        if os.fork() == 0:
            held = b"x" * (300 << 20)
            time.sleep(600)
    time.sleep(5)
    if future.cancelled():
        errors.append("cancelled")
    elif future.exception():
        errors.append(future.exception())
    else:
        results.append(future.result())
