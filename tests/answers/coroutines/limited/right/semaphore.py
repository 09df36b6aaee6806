"""All greenlets at once, each enters a semaphore of n."""

import gevent
from gevent.lock import BoundedSemaphore


def limited(fns, n):
    slots = BoundedSemaphore(n)

    def run(fn):
        with slots:
            return fn()

    greenlets = [gevent.spawn(run, fn) for fn in fns]
    gevent.joinall(greenlets)
    return [g.get() for g in greenlets]
