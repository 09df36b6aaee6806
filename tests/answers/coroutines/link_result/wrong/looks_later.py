"""Belief: "In five seconds it will have ended": looks once.

Rejected by: link_result_value, link_result_error
"""

import gevent


def link_result(g, ok, bad):
    def look():
        if g.successful():
            ok(g.value)
        elif g.ready():
            bad(g.exception)

    gevent.spawn_later(5, look)
