"""An exception is left out, as if there had been no function.

Rejected by: spawn_all_error
"""

import gevent
import gevent.event
import gevent.lock
import gevent.pool
import gevent.queue


def spawn_all(fns):
    greenlets = [gevent.spawn(fn) for fn in fns]
    gevent.joinall(greenlets)
    return [greenlet.value for greenlet in greenlets if greenlet.successful()]
