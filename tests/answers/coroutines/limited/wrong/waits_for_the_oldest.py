"""When all places are taken, waits for the one that began first.

Rejected by: limited_refill
"""

from collections import deque

import gevent


def limited(fns, n):
    running = deque()
    greenlets = []
    for fn in fns:
        if len(running) == n:
            running.popleft().join()
        g = gevent.spawn(fn)
        running.append(g)
        greenlets.append(g)
    gevent.joinall(greenlets)
    return [g.get() for g in greenlets]
