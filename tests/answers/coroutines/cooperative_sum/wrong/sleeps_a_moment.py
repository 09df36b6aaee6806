"""Belief: "A millisecond is next to nothing": others run again and again in it.

Rejected by: cooperative_sum_turns
"""

import gevent


def cooperative_sum(n, every):
    total = 0
    for step in range(n):
        total += step
        if (step + 1) % every == 0:
            gevent.sleep(0.001)
    return total
