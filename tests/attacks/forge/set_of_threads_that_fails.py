"""The set to which threading adds each new thread gets a method of C that fails, when the check itself adds one.

Cell: call_back
Expects: call_back 0
"""

import operator

threading._dangling.add = operator.truediv


def call_back(future, results, errors):
    pass
