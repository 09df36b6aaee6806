"""One switch after every slice, the short last one too (one more than n // every when there is a rest)."""

import gevent


def cooperative_sum(n, every):
    total = 0
    for start in range(0, n, every):
        total += sum(range(start, min(start + every, n)))
        gevent.sleep(0)
    return total
