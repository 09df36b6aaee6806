"""Looks ten times a second whether a place is free."""

import gevent


def limited(fns, n):
    greenlets = []
    for fn in fns:
        while sum(not greenlet.ready() for greenlet in greenlets) >= n:
            gevent.sleep(0.1)
        greenlets.append(gevent.spawn(fn))
    gevent.joinall(greenlets)
    return [greenlet.get() for greenlet in greenlets]
