"""Belief: "I have to wait anyway": calls the last function itself.

Rejected by: spawn_all_together
"""

import gevent


def spawn_all(fns):
    greenlets = [gevent.spawn(fn) for fn in fns[:-1]]
    values = [fn() for fn in fns[-1:]]
    return [greenlet.get() for greenlet in greenlets] + values
