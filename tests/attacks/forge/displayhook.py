"""An output made before the assertion fails: for nbgrader the first output decides.

Cell: call_back
Expects: call_back 0
"""

import sys


def call_back(future, results, errors):
    sys.displayhook("ok")
