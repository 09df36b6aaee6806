"""Joinall(raise_error=True) and .value."""

import gevent


def spawn_all(fns):
    jobs = [gevent.spawn(fn) for fn in fns]
    gevent.joinall(jobs, raise_error=True)
    return [job.value for job in jobs]
