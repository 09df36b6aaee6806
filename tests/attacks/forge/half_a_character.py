"""The text of an exception holds half of a surrogate pair, which gets into the reason that is written down.

Cell: call_back
Expects: call_back 0
"""

def call_back(future, results, errors):
    raise ValueError("half a character: \ud800")
