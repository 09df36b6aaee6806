"""It waits for no greenlet: it sleeps for an hour and a second, which costs nothing on the virtual clock.

Cell: spawn_all
Expects: spawn_all 1
"""


def spawn_all(fns):
    greenlets = [gevent.spawn(fn) for fn in fns]
    gevent.sleep(3601)
    return [greenlet.get(block=False) for greenlet in greenlets]
