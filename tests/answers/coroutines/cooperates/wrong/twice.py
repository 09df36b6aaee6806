"""Calls the function once more, to be sure.

Rejected by: cooperates_once
"""

import gevent


def cooperates(fn):
    fn()
    ran = []
    probe = gevent.spawn(ran.append, True)
    fn()
    answer = bool(ran)
    probe.join()
    return answer
