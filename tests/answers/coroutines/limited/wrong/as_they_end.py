"""Belief: "Values come in the order in which they are ready."

Rejected by: limited_values
"""

from gevent.pool import Pool


def limited(fns, n):
    return list(Pool(n).imap_unordered(lambda fn: fn(), fns))
