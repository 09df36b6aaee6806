"""Calls the function a second time if it gave a value and nobody else had a turn.

Rejected by: cooperates_once
"""

import gevent


def cooperates(fn):
    turns = []
    other = gevent.spawn(turns.append, "a turn")
    value = fn()
    if not turns and value is not None:  # it has computed something: look again, to be sure
        fn()
    ran = bool(turns)
    other.join()
    return ran
