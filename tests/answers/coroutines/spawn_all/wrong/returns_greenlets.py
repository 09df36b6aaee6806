"""Belief: "spawn gives the value."

Rejected by: spawn_all_values, spawn_all_error
"""

import gevent
import gevent.event
import gevent.lock
import gevent.pool
import gevent.queue


def spawn_all(fns):
    greenlets = [gevent.spawn(fn) for fn in fns]
    gevent.joinall(greenlets)
    return greenlets
