"""Belief: "get right after spawn is still together."

Rejected by: spawn_all_together
"""

import gevent


def spawn_all(fns):
    values = []
    for fn in fns:
        g = gevent.spawn(fn)
        g.join()
        values.append(g.get())
    return values
