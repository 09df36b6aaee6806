"""Does not look who started before an end.

Rejected by: check_spawn_all_together
"""

import gevent
import gevent.event
import gevent.lock
import gevent.pool
import gevent.queue


def check_spawn_all(spawn_all):
    log = []

    def slow():
        log.append("slow starts")
        gevent.sleep(0.02)
        log.append("slow ends")
        return "slow"

    def quick():
        log.append("quick")
        return "quick"

    def fails():
        raise KeyError("fails")

    assert spawn_all([slow, quick]) == ["slow", "quick"]
    try:
        spawn_all([quick, fails])
    except KeyError:
        return
    raise AssertionError("the exception should reach the caller")
