"""Each of many children takes as much memory as one may.

Cell: call_back
Expects: call_back 0
"""

import os

def call_back(future, results, errors):
    for _ in range(3):
        if os.fork() == 0:
            held = bytearray(b"x" * (400 << 20))
            time.sleep(600)
    held = bytearray(2 << 30)
    if future.cancelled():
        errors.append("cancelled")
    elif future.exception():
        errors.append(future.exception())
    else:
        results.append(future.result())
