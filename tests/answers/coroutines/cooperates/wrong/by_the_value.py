"""Belief: "Who returns something has computed": looks at the value too.

Rejected by: cooperates_waiting
"""

import gevent


def cooperates(fn):
    turns = []
    other = gevent.spawn(turns.append, True)
    value = fn()
    ran = bool(turns) and not isinstance(value, str)
    other.kill()
    return ran
