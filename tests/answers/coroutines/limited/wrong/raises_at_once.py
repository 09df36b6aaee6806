"""Belief: "An error is urgent": it is raised while others are in progress.

Rejected by: limited_error
"""

import gevent
from gevent.pool import Pool


def limited(fns, n):
    pool = Pool(n)
    greenlets = [pool.spawn(fn) for fn in fns]
    gevent.joinall(greenlets, raise_error=True)
    return [greenlet.value for greenlet in greenlets]
