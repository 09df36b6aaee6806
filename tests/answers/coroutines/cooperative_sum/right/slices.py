"""Sum the range slice by slice, one switch after each full slice."""

import gevent


def cooperative_sum(n, every):
    numbers = range(n)
    total = 0
    for start in range(0, n, every):
        part = numbers[start : start + every]
        total += sum(part)
        if len(part) == every:
            gevent.sleep(0)
    return total
