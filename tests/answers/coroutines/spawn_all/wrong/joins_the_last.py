"""Belief: "The last one ends last."

Rejected by: spawn_all_joined, spawn_all_values, spawn_all_error
"""

import gevent
import gevent.event
import gevent.lock
import gevent.pool
import gevent.queue


def spawn_all(fns):
    greenlets = [gevent.spawn(fn) for fn in fns]
    for greenlet in greenlets[-1:]:
        greenlet.join()
    return [greenlet.value for greenlet in greenlets]
