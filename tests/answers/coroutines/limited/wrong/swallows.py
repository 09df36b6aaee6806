"""Failed functions leave None, and nobody hears of it.

Rejected by: limited_error
"""

import gevent
import gevent.event
import gevent.lock
import gevent.pool
import gevent.queue


def limited(fns, n):
    pool = gevent.pool.Pool(n)
    greenlets = [pool.spawn(fn) for fn in fns]
    pool.join()
    return [greenlet.value for greenlet in greenlets]
