"""Runs each function twice, a rehearsal and the performance.

Rejected by: spawn_all_together, spawn_all_joined, spawn_all_values, spawn_all_error
"""

import gevent


def spawn_all(fns):
    def performance(fn):
        fn()
        return fn()

    greenlets = [gevent.spawn(performance, fn) for fn in fns]
    gevent.joinall(greenlets)
    return [greenlet.get() for greenlet in greenlets]
