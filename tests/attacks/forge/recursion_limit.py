"""The limit of recursion is lowered so far that the check's own code fails on a list in lists.

Cell: call_back
Expects: call_back 0
"""

import sys


def call_back(future, results, errors):
    deep = []
    for _ in range(18):
        deep = [deep]
    results.append(deep)
    sys.setrecursionlimit(42)
