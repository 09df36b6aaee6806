"""Two functions that wait for each other prove that they run together."""

import gevent
import gevent.event
import gevent.lock
import gevent.pool
import gevent.queue


def check_spawn_all(spawn_all):
    here, there = gevent.event.Event(), gevent.event.Event()

    def first():
        here.set()
        return there.wait(timeout=1) and "first"

    def second():
        there.set()
        return here.wait(timeout=1) and "second"

    assert spawn_all([first, second]) == ["first", "second"]
    assert spawn_all([lambda: gevent.sleep(0.01), lambda: 1]) == [None, 1]

    def bad():
        raise LookupError

    try:
        spawn_all([bad])
    except LookupError:
        return
    assert False, "nobody heard of the error"
