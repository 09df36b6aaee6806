"""`joinall` that raises, and the values afterwards."""

import gevent


def spawn_all(fns):
    jobs = [gevent.spawn(fn) for fn in fns]
    gevent.joinall(jobs, raise_error=True)
    return [job.value for job in jobs]
