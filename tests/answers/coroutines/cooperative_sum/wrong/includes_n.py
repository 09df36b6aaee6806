"""Belief: "range(n) includes n."

Rejected by: cooperative_sum_value
"""

import gevent


def cooperative_sum(n, every):
    total = 0
    for i in range(1, n + 1):
        total += i
        if i % every == 0:
            gevent.sleep(0)
    return total
