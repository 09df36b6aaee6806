"""Belief: "Ten seconds are enough for everybody."

Rejected by: spawn_all_joined
"""

import gevent
import gevent.event
import gevent.lock
import gevent.pool
import gevent.queue


def spawn_all(fns):
    greenlets = [gevent.spawn(fn) for fn in fns]
    gevent.joinall(greenlets, timeout=10, raise_error=True)
    return [greenlet.value for greenlet in greenlets]
