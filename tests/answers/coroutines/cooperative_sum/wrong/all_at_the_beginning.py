"""The right number of turns, one at each of the first steps.

Rejected by: cooperative_sum_turns
"""

import gevent


def cooperative_sum(n, every):
    total = 0
    for step in range(n):
        total += step
        if step < n // every:
            gevent.sleep(0)
    return total
