"""Belief: "wait waits for mine": without a list it waits for everybody.

Rejected by: spawn_all_joined
"""

import gevent


def spawn_all(fns):
    greenlets = [gevent.spawn(fn) for fn in fns]
    gevent.wait()
    return [greenlet.get() for greenlet in greenlets]
