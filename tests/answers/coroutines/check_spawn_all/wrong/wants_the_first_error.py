"""Belief: "Of two exceptions the first function's counts": the text does not say which.

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

    def fails_late():
        gevent.sleep(0.02)
        raise KeyError("late")

    def fails():
        raise IndexError("at once")

    assert spawn_all([slow, quick]) == ["slow", "quick"]
    assert log == ["slow starts", "quick", "slow ends"]
    try:
        spawn_all([fails_late, fails])
    except LookupError as error:
        assert isinstance(error, KeyError), "the first function's exception"
        return
    raise AssertionError("the exception should reach the caller")
