"""Belief: "The more polite the better": others run at each step.

Rejected by: cooperative_sum_turns
"""

import gevent


def cooperative_sum(n, every):
    total = 0
    for i in range(n):
        total += i
        gevent.sleep(0)
    return total
