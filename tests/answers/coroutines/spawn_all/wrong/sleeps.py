"""Belief: "Sleeping long enough is joining."

Rejected by: spawn_all_joined, spawn_all_values, spawn_all_error
"""

import gevent


def spawn_all(fns):
    greenlets = [gevent.spawn(fn) for fn in fns]
    gevent.sleep(0.1)
    return [g.get(block=False) for g in greenlets]
