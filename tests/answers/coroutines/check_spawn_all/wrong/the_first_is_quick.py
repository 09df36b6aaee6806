"""The first function ends first, so both orders look the same.

Rejected by: check_spawn_all_order
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

    assert spawn_all([quick, slow]) == ["quick", "slow"]
    log.clear()
    spawn_all([slow, quick])
    assert log == ["slow starts", "quick", "slow ends"]
    try:
        spawn_all([quick, fails])
    except KeyError:
        return
    raise AssertionError("the exception should reach the caller")
