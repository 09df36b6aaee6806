"""A plain loop, gevent.sleep(0) after every `every`-th step."""

import gevent


def cooperative_sum(n, every):
    total = 0
    for i in range(n):
        total += i
        if (i + 1) % every == 0:
            gevent.sleep(0)
    return total
