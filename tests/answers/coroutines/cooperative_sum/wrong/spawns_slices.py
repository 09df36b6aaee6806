"""Belief: "Spawning is letting run": nobody waits for the slices.

Rejected by: cooperative_sum_value, cooperative_sum_turns
"""

import gevent
import gevent.event
import gevent.lock
import gevent.pool
import gevent.queue


def cooperative_sum(n, every):
    parts = []
    for start in range(0, n, every):
        gevent.spawn(lambda start=start: parts.append(sum(range(start, min(n, start + every)))))
    return sum(parts)
