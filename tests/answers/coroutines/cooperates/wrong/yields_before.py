"""Lets the other greenlet run before the function is called.

Rejected by: cooperates_computing
"""

import gevent


def cooperates(fn):
    ran = []
    probe = gevent.spawn(ran.append, True)
    gevent.sleep(0)
    fn()
    return bool(ran)
