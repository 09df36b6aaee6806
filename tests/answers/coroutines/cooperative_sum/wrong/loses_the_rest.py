"""Whole slices only: the rest is left out.

Rejected by: cooperative_sum_value
"""

import gevent
import gevent.event
import gevent.lock
import gevent.pool
import gevent.queue


def cooperative_sum(n, every):
    total = 0
    for start in range(0, n - n % every, every):
        total += sum(range(start, start + every))
        gevent.sleep(0)
    return total
