"""Lets others run at every step but each `every`th.

Rejected by: cooperative_sum_turns
"""

import gevent


def cooperative_sum(n, every):
    total = 0
    for i in range(n):
        total += i
        if i % every:
            gevent.sleep(0)
    return total
