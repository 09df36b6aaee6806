"""Lets others run twice per slice.

Rejected by: cooperative_sum_turns
"""

import gevent


def cooperative_sum(n, every):
    parts = [gevent.spawn(sum, range(start, min(start + every, n))) for start in range(0, n, every)]
    gevent.joinall(parts)
    return sum(g.value for g in parts)
