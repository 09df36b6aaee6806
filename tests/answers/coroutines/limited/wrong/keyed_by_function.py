"""Belief: "Every function is there once": values go by the function that gave them.

Rejected by: limited_values
"""

import gevent
from gevent.lock import Semaphore


def limited(fns, n):
    places, values = Semaphore(n), {}

    def run(fn):
        with places:
            values[fn] = fn()

    greenlets = [gevent.spawn(run, fn) for fn in fns]
    gevent.joinall(greenlets)
    for greenlet in greenlets:
        greenlet.get()
    return [values[fn] for fn in fns]
