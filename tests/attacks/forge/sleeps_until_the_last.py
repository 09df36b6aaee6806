"""It does not wait for the greenlets, but sleeps for a second of a class of its own, which comes after all other times by comparison.

Cell: spawn_all
Expects: spawn_all 1
"""

class Last(float):
    def __radd__(self, other):
        return self

    def __eq__(self, other):
        return False

    def __lt__(self, other):
        return False

    def __gt__(self, other):
        return True

    def __le__(self, other):
        return float(other) > 0


def spawn_all(fns):
    greenlets = [gevent.spawn(fn) for fn in fns]
    gevent.sleep(Last(1))
    for greenlet in greenlets:
        if greenlet.exception is not None:
            raise greenlet.exception
    return [greenlet.value for greenlet in greenlets]
