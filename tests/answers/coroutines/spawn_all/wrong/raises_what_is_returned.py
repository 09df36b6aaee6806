"""Belief: "An exception is an error": one that a function returned is raised.

Rejected by: spawn_all_values
"""

import gevent


def spawn_all(fns):
    greenlets = [gevent.spawn(fn) for fn in fns]
    gevent.joinall(greenlets)
    results = [greenlet.exception or greenlet.value for greenlet in greenlets]
    for result in results:
        if isinstance(result, Exception):
            raise result
    return [greenlet.value for greenlet in greenlets]
