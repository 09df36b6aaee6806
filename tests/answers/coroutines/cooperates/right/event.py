"""Fn and the probe both note themselves in a log; did the probe come before the end of fn?."""

import gevent


def cooperates(fn):
    log = []

    def watched():
        log.append("start")
        fn()
        log.append("end")

    def probe():
        log.append("probe")

    both = [gevent.spawn(watched), gevent.spawn(probe)]
    gevent.joinall(both, raise_error=True)
    return log.index("probe") < log.index("end")
