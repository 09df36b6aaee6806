"""A generator of ranges, added up by `sum`; no name of ours holds a total."""

import gevent


def cooperative_sum(n, every):
    steps = range(n)

    def parts():
        for part in (steps[start : start + every] for start in range(0, n, every)):
            yield sum(part)
            gevent.sleep(0)

    return sum(parts())
