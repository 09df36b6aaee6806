"""Belief: "The caller hears of an error in the end": rejects versions that raise at once.

Rejected by: check_spawn_all_together, check_spawn_all_order, check_spawn_all_error
"""

import gevent


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
    assert log == ["slow starts", "quick", "slow ends"]
    log.clear()
    try:
        spawn_all([slow, fails])
    except KeyError:
        assert log == ["slow starts", "slow ends"], "not all have ended"
        return
    raise AssertionError("the exception should reach the caller")
