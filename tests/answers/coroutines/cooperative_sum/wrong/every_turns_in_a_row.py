"""Lets others run once for each step, `every` times in a row.

Rejected by: cooperative_sum_turns
"""

import gevent


def cooperative_sum(n, every):
    turns = [None] * every
    total = 0
    for step in range(n):
        total += step
        if step % every == every - 1:
            for _ in turns:
                gevent.sleep(0)
    return total
