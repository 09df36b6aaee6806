"""A greenlet of its own computes, and the caller waits for it."""

import gevent


def cooperative_sum(n, every):
    def compute():
        total = 0
        for i in range(n):
            total += i
            if (i + 1) % every == 0:
                gevent.sleep(0)
        return total

    computing = gevent.spawn(compute)
    return computing.get()
