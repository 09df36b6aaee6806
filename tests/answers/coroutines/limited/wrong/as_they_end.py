"""Belief: "Values come in the order in which they are ready." An exception comes in its turn too.

Rejected by: limited_error, limited_values
"""

from gevent.pool import Pool


def limited(fns, n):
    return list(Pool(n).imap_unordered(lambda fn: fn(), fns))
