"""The place is given back only after a success.

Rejected by: limited_error
"""

import gevent
from gevent.lock import Semaphore


def limited(fns, n):
    slots = Semaphore(n)

    def run(fn):
        slots.acquire()
        value = fn()
        slots.release()
        return value

    greenlets = [gevent.spawn(run, fn) for fn in fns]
    gevent.joinall(greenlets)
    return [g.get() for g in greenlets]
