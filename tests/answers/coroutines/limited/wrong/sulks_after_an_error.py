"""A function that raises keeps its place for another minute, in which nobody takes it.

Rejected by: limited_error
"""

import gevent
from gevent.lock import Semaphore


def limited(fns, n):
    places, errors = Semaphore(n), []

    def run(fn):
        with places:
            try:
                return fn()
            except Exception as error:
                errors.append(error)
                gevent.sleep(60)  # before the next one fails too

    greenlets = [gevent.spawn(run, fn) for fn in fns]
    gevent.joinall(greenlets)
    if errors:
        raise errors[0]
    return [greenlet.value for greenlet in greenlets]
