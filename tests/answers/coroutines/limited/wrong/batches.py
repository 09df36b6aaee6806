"""Belief: "n at a time" taken for batches of n.

Rejected by: limited_refill, limited_error
"""

import gevent


def limited(fns, n):
    fns = list(fns)
    values = []
    for i in range(0, len(fns), n):
        batch = [gevent.spawn(fn) for fn in fns[i : i + n]]
        gevent.joinall(batch)
        values += [g.get() for g in batch]
    return values
