"""All descriptors are closed, and opened again as something else.

Cell: call_back
Expects: call_back 0
"""

import os

def call_back(future, results, errors):
    os.closerange(0, 100)
    held = [open("/dev/zero", "r+b", buffering=0) for _ in range(20)]
