"""A second greenlet waits for g and calls one of the two (ok outside of the try)."""

import gevent


def link_result(g, ok, bad):
    def wait():
        try:
            value = g.get()
        except Exception as error:
            bad(error)
        else:
            ok(value)

    gevent.spawn(wait)
