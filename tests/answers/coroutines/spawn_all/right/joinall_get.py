"""Spawn each, joinall, then get() in input order."""

import gevent


def spawn_all(fns):
    greenlets = [gevent.spawn(fn) for fn in fns]
    gevent.joinall(greenlets)
    return [g.get() for g in greenlets]
