"""An off by one: n - 1 places.

Rejected by: limited_peak, limited_refill
"""

from gevent.pool import Pool


def limited(fns, n):
    pool = Pool(max(1, n - 1))
    greenlets = [pool.spawn(fn) for fn in fns]
    pool.join()
    return [g.get() for g in greenlets]
