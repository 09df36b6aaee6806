"""It waits for no greenlet, but for three hundred years, which take no time where time is counted.

Cell: spawn_all
Expects: spawn_all 1
"""

def spawn_all(fns):
    greenlets = [gevent.spawn(fn) for fn in fns]
    gevent.sleep(10**10)
    for greenlet in greenlets:
        if greenlet.exception:
            raise greenlet.exception
    return [greenlet.value for greenlet in greenlets]
