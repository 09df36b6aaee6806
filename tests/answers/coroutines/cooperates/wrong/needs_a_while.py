"""Belief: "It takes some time to run": the other greenlet sleeps first.

Rejected by: cooperates_waiting
"""

import gevent


def cooperates(fn):
    ran = []
    probe = gevent.spawn_later(0.05, ran.append, True)
    fn()
    answer = bool(ran)
    probe.kill()
    return answer
