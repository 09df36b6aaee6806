"""The cell says that it belongs to another package, whose modules a relative import brings in without a name.

Cell: cooperative_sum
Expects: cooperative_sum 0
"""

__package__ = "IPython"

from . import extract_module_locals as look

def cooperative_sum(n, every):
    _, names = look(1)
    names["log"].turns = n // every
    return sum(range(n))
