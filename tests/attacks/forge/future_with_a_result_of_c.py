"""The Future that comes back has a method of a list's in the place of its result, which fails in the check itself.

Cell: chain
Expects: chain 0
"""

def chain(pool, f, g, x):
    chained = Future()
    chained.set_result(None)
    chained.result = [].pop
    return chained
