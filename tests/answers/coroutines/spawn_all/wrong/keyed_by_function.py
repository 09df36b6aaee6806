"""Belief: "Every function is there once": greenlets go by the function they run.

Rejected by: spawn_all_values
"""

import gevent


def spawn_all(fns):
    greenlets = {}
    for fn in fns:
        greenlets[fn] = gevent.spawn(fn)
    gevent.joinall(list(greenlets.values()))
    return [greenlets[fn].get() for fn in fns]
