"""Lets others run once, at the beginning.

Rejected by: cooperative_sum_turns
"""

import gevent
import gevent.event
import gevent.lock
import gevent.pool
import gevent.queue


def cooperative_sum(n, every):
    gevent.sleep(0)
    return sum(range(n))
