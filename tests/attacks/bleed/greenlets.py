"""Greenlets left running on the hub, which they never give back.

Cell: call_back
Expects: call_back 0
"""

import gevent


def for_ever():
    while True:
        gevent.sleep(0)


def call_back(future, results, errors):
    gevent.spawn(for_ever)
    gevent.spawn_later(0.1, for_ever)
