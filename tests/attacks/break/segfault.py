"""A null pointer is read.

Cell: call_back
Expects: call_back 0
Reason: The Python process ended
"""

import ctypes

def call_back(future, results, errors):
    ctypes.string_at(0)
