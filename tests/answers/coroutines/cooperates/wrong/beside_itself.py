"""Belief: "Let it take turns with itself": the other greenlet runs the function too.

Rejected by: cooperates_once
"""

import gevent


def cooperates(fn):
    turns = []
    other = gevent.spawn(lambda: (turns.append(True), fn()))
    fn()
    return bool(turns)
