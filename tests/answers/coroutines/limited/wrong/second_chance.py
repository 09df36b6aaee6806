"""A function that raises is called again, at the end, before its exception is raised.

Rejected by: limited_error
"""

import gevent
from gevent.pool import Pool


def limited(fns, n):
    pool = Pool(n)
    greenlets = [pool.spawn(fn) for fn in fns]
    gevent.joinall(greenlets)
    return [greenlet.value if greenlet.successful() else fn() for greenlet, fn in zip(greenlets, fns)]
