"""Belief: "A limit is a queue."

Rejected by: limited_peak, limited_refill, limited_error
"""

import gevent
import gevent.event
import gevent.lock
import gevent.pool
import gevent.queue


def limited(fns, n):
    return [gevent.spawn(fn).get() for fn in fns]
