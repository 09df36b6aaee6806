"""An unbounded gevent Group maps 'call it' over the functions."""

from gevent.pool import Group


def spawn_all(fns):
    return Group().map(lambda fn: fn(), fns)
