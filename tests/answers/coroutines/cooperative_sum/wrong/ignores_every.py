"""Belief: "Every hundred steps will do."

Rejected by: cooperative_sum_turns
"""

import gevent
import gevent.event
import gevent.lock
import gevent.pool
import gevent.queue


def cooperative_sum(n, every):
    total = 0
    for step in range(n):
        total += step
        if step % 100 == 0:
            gevent.sleep(0)
    return total
