"""Output without end, on every stream at once.

Cell: call_back
Expects: call_back 0
"""

import os
import sys

def call_back(future, results, errors):
    while True:
        print("x" * 10000)
        sys.stderr.write("y" * 10000)
        os.write(1, b"z" * 10000)
        os.write(2, b"z" * 10000)
