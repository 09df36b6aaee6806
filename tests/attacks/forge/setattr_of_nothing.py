"""A call of setattr without arguments, which is never made, is more than who reads the text expects: the reading itself fails.

Cell: call_back
Expects: call_back 0
"""

def never():
    setattr()


def call_back(future, results, errors):
    pass
