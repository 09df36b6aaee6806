"""Asks without calling.

Rejected by: cooperates_waiting, cooperates_once
"""

import gevent
import gevent.event
import gevent.lock
import gevent.pool
import gevent.queue


def cooperates(fn):
    turns = []
    gevent.spawn(turns.append, True)
    return bool(turns)
