"""After an error the place is given back twice, so that there is one more.

Rejected by: limited_error
"""

import gevent
from gevent.lock import Semaphore


def limited(fns, n):
    places = Semaphore(n)

    def run(fn):
        places.acquire()
        try:
            return fn()
        except Exception:
            places.release()
            raise
        finally:
            places.release()

    greenlets = [gevent.spawn(run, fn) for fn in fns]
    gevent.joinall(greenlets)
    return [greenlet.get() for greenlet in greenlets]
