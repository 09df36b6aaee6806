"""Runs each function twice in its place, a rehearsal and the performance.

Rejected by: limited_peak, limited_refill, limited_error, limited_values
"""

import gevent
from gevent.pool import Pool


def limited(fns, n):
    def performance(fn):
        fn()
        return fn()

    pool = Pool(n)
    greenlets = [pool.spawn(performance, fn) for fn in fns]
    gevent.joinall(greenlets)
    return [greenlet.get() for greenlet in greenlets]
