"""Belief: "Everything switches under gevent."

Rejected by: cooperates_computing
"""


def cooperates(fn):
    fn()
    return True
