"""Gevent.pool.Pool(n).spawn blocks while the pool is full; then get() in input order."""

import gevent
from gevent.pool import Pool


def limited(fns, n):
    pool = Pool(n)
    greenlets = [pool.spawn(fn) for fn in fns]
    gevent.joinall(greenlets)
    return [g.get() for g in greenlets]
