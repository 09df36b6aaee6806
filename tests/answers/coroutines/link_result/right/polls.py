"""A greenlet that looks ten times a second, and meanwhile lets others run."""

import gevent


def link_result(g, ok, bad):
    def watch():
        while not g.ready():
            gevent.sleep(0.1)
        if g.successful():
            ok(g.value)
        else:
            bad(g.exception)

    gevent.spawn(watch)
