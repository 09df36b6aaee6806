"""Everything at once.

Rejected by: limited_peak, limited_refill
"""

import gevent
import gevent.event
import gevent.lock
import gevent.pool
import gevent.queue


def limited(fns, n):
    greenlets = [gevent.spawn(fn) for fn in fns]
    gevent.joinall(greenlets)
    return [greenlet.get() for greenlet in greenlets]
