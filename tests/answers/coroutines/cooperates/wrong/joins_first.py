"""Joins the other greenlet before it looks: it has always run then.

Rejected by: cooperates_computing
"""

import gevent


def cooperates(fn):
    ran = []
    probe = gevent.spawn(ran.append, True)
    fn()
    probe.join()
    return bool(ran)
