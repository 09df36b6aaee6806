"""Belief: "An error is an error": one of ok itself is taken for one of the greenlet.

Rejected by: link_result_value
"""

import gevent


def link_result(g, ok, bad):
    def wait():
        try:
            ok(g.get())
        except Exception as error:
            bad(error)

    gevent.spawn(wait)
