"""A key can be hashed as it is, but not when it is rebuilt as a plain tuple, so that the check itself fails.

Cell: call_back
Expects: call_back 0
"""

class Key(tuple):
    def __hash__(self):
        return 1


def call_back(future, results, errors):
    results.append({Key(([],)): 1})
