"""Belief: "wait waits for mine": without a list it waits for everybody.

Rejected by: limited_values
"""

import gevent
from gevent.pool import Pool


def limited(fns, n):
    pool = Pool(n)
    greenlets = [pool.spawn(fn) for fn in fns]
    gevent.wait()
    return [greenlet.get() for greenlet in greenlets]
