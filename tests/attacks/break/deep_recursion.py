"""Recursion without end, with the limit lifted.

Cell: call_back
Expects: call_back 0
"""

import sys

def call_back(future, results, errors):
    sys.setrecursionlimit(10**9)
    call_back(future, results, errors)
