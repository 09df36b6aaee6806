"""All processors are kept busy by children.

Cell: call_back
Expects: call_back 3
"""

import os

def call_back(future, results, errors):
    for _ in range(4):
        if os.fork() == 0:
            while True:
                pass
    if future.cancelled():
        errors.append("cancelled")
    elif future.exception():
        errors.append(future.exception())
    else:
        results.append(future.result())
