"""Belief: "Values come in the order in which they are ready."

Rejected by: spawn_all_values
"""

import gevent


def spawn_all(fns):
    greenlets = [gevent.spawn(fn) for fn in fns]
    return [g.get() for g in gevent.iwait(greenlets)]
