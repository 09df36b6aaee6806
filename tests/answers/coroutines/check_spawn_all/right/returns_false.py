"""Rejects by returning False."""

import gevent
import gevent.event
import gevent.lock
import gevent.pool
import gevent.queue


def check_spawn_all(spawn_all):
    running, peak = [0], [0]

    def visit(n, seconds):
        running[0] += 1
        peak[0] = max(peak[0], running[0])
        gevent.sleep(seconds)
        running[0] -= 1
        return n

    def bad():
        raise OSError

    if spawn_all([lambda: visit(1, 0.02), lambda: visit(2, 0.01)]) != [1, 2] or peak[0] != 2:
        return False
    try:
        spawn_all([bad, lambda: visit(3, 0)])
    except OSError:
        return True
    return False
