"""A greenlet counts its turns all the time; did it have some in between?"""

import gevent


def cooperates(fn):
    turns = 0

    def count():
        nonlocal turns
        while True:
            turns += 1
            gevent.sleep(0)

    counting = gevent.spawn(count)
    gevent.sleep(0)
    before = turns
    fn()
    after = turns
    counting.kill()
    return after > before
