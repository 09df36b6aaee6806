"""Each of many children takes as much memory as one may.

Cell: call_back
Expects: call_back 3
"""

import os

def call_back(future, results, errors):
    for _ in range(6):
        if os.fork() == 0:
            held = bytearray(b"x" * (400 << 20))
            time.sleep(3)
            os._exit(0)
    time.sleep(3)
    if future.cancelled():
        errors.append("cancelled")
    elif future.exception():
        errors.append(future.exception())
    else:
        results.append(future.result())
