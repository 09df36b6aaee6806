"""Spawn a probe greenlet that sets a flag, call fn, look at the flag."""

import gevent


def cooperates(fn):
    ran = []
    probe = gevent.spawn(ran.append, True)
    try:
        fn()
        return bool(ran)
    finally:
        probe.kill()
