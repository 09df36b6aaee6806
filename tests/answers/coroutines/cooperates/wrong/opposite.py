"""Says the opposite.

Rejected by: cooperates_waiting, cooperates_computing
"""

import gevent
import gevent.event
import gevent.lock
import gevent.pool
import gevent.queue


def cooperates(fn):
    turns = []
    gevent.spawn(turns.append, True)
    fn()
    return not turns
