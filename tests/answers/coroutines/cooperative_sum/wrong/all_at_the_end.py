"""The right number of turns, all of them when the sum is done.

Rejected by: cooperative_sum_turns
"""

import gevent


def cooperative_sum(n, every):
    total = sum(range(n))
    for _ in range(n // every):
        gevent.sleep(0)
    return total
