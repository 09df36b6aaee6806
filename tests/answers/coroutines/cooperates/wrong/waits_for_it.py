"""Belief: "Being a greenlet is cooperating": looks after having waited for the function.

Rejected by: cooperates_computing
"""

import gevent
import gevent.event
import gevent.lock
import gevent.pool
import gevent.queue


def cooperates(fn):
    turns = []
    greenlet = gevent.spawn(fn)
    gevent.spawn(turns.append, True)
    greenlet.join()
    gevent.sleep(0)
    return bool(turns)
