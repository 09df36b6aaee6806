"""Belief: "A pool of a hundred is large enough for all."

Rejected by: spawn_all_together
"""

from gevent.pool import Pool


def spawn_all(fns):
    return Pool(100).map(lambda fn: fn(), fns)
