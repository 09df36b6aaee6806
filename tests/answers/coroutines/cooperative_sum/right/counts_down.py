"""From the last step to the first, and the total is within `sum`."""

import gevent


def cooperative_sum(n, every):
    def steps(left):
        while left:
            left -= 1
            yield left
            if (n - left) % every == 0:
                gevent.sleep(0)

    return sum(steps(n))
