"""Belief: "The caller hears of an error at once": rejects versions that wait for all first.

Rejected by: check_spawn_all_together, check_spawn_all_order, check_spawn_all_error
"""

import gevent


def check_spawn_all(spawn_all):
    log = []

    def sleeper(name, seconds, value):
        def fn():
            log.append(name)
            gevent.sleep(seconds)
            log.append(name + "!")
            return value

        return fn

    values = spawn_all([sleeper("a", 3, "slow"), sleeper("b", 1, None), sleeper("c", 2, 0)])
    assert sorted(log[:3]) == ["a", "b", "c"], "they should all start before one ends"
    assert values == ["slow", None, 0], "the values should come in the order of the functions"

    def fails():
        gevent.sleep(1)
        raise ValueError("no breath")

    log.clear()
    try:
        spawn_all([fails, sleeper("late", 1000, 1)])
    except ValueError:
        assert log == ["late"], "the caller should hear of the error at once, not when all have ended"
    else:
        raise AssertionError("the exception should reach the caller")
