"""What is raised has a __class__ that a function of C computes, and fails: isinstance fails in the check itself.

Cell: call_back
Expects: call_back 0
"""

class Error(Exception):
    __class__ = property(len)


def call_back(future, results, errors):
    raise Error
