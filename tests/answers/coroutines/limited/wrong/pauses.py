"""Belief: "A short pause does no harm": a free place stands empty for a while.

Rejected by: limited_refill
"""

import gevent
from gevent.pool import Pool


def limited(fns, n):
    pool, greenlets = Pool(n), []
    for i, fn in enumerate(fns):
        pool.wait_available()
        if i >= n:
            gevent.sleep(0.24)
        greenlets.append(pool.spawn(fn))
    gevent.joinall(greenlets)
    return [greenlet.get() for greenlet in greenlets]
