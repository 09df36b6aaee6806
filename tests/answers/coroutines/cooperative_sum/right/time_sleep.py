"""The patched time.sleep(0) and a countdown of steps."""

import time


def cooperative_sum(n, every):
    total = 0
    left = every
    for i in range(n):
        total += i
        left -= 1
        if not left:
            time.sleep(0)
            left = every
    return total
