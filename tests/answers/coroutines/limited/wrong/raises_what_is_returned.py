"""Belief: "An exception is an error": one that a function returned is raised.

Rejected by: limited_values
"""

from gevent.pool import Pool


def outcome(fn):
    try:
        return fn()
    except Exception as error:
        return error


def limited(fns, n):
    outcomes = Pool(n).map(outcome, fns)
    for it in outcomes:
        if isinstance(it, Exception):
            raise it
    return outcomes
