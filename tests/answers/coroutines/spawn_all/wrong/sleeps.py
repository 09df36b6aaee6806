"""Belief: "Sleeping long enough is joining."

Rejected by: spawn_all_joined, spawn_all_error
"""

import gevent
import gevent.event
import gevent.lock
import gevent.pool
import gevent.queue


def spawn_all(fns):
    greenlets = [gevent.spawn(fn) for fn in fns]
    gevent.sleep(5)
    return [greenlet.value for greenlet in greenlets]
