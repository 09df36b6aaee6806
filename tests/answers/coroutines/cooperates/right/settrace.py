"""Greenlet.settrace; a switch to the probe is seen while fn runs."""

import gevent
import greenlet


def cooperates(fn):
    seen = []

    probe = gevent.spawn(gevent.sleep, 0)

    def trace(event, args):
        if event == "switch" and args[1] is probe:
            seen.append(event)

    old = greenlet.settrace(trace)
    try:
        fn()
        answer = bool(seen)
    finally:
        greenlet.settrace(old)
        probe.join()
    return answer
