"""Belief: "Spawned together is run together": the other one runs afterwards and counts.

Rejected by: cooperates_computing
"""

import gevent


def cooperates(fn):
    ran = []
    g = gevent.spawn(fn)
    probe = gevent.spawn(ran.append, True)
    gevent.joinall([g, probe])
    g.get()
    return len(ran) == 1
