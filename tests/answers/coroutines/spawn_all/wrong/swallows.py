"""Belief: "joinall raises": it does not, unless told to.

Rejected by: spawn_all_error
"""

import gevent


def spawn_all(fns):
    greenlets = [gevent.spawn(fn) for fn in fns]
    gevent.joinall(greenlets)
    return [g.value for g in greenlets]
