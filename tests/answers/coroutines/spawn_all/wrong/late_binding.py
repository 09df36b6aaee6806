"""Belief: "The loop variable is frozen in the lambda."

Rejected by: spawn_all_together, spawn_all_joined, spawn_all_values, spawn_all_error
"""

import gevent


def spawn_all(fns):
    greenlets = []
    for fn in fns:
        greenlets.append(gevent.spawn(lambda: fn()))
    gevent.joinall(greenlets)
    return [g.get() for g in greenlets]
