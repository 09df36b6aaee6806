"""Belief: "Tasks do not fail."

Rejected by: check_run_pool_error
"""

import threading


def check_order(run_pool):
    assert run_pool(abs, [3, -1, 2], 2) == [3, 1, 2]


def check_error(run_pool):
    try:
        run_pool(int, ["1", "x", "3"], 2)
    except ValueError:
        return
    raise AssertionError("the exception did not reach the caller")


def check_together(run_pool):
    meeting = threading.Barrier(2)
    try:
        run_pool(lambda _: meeting.wait(timeout=1), [0, 1], 2)
    except threading.BrokenBarrierError:
        raise AssertionError("no two tasks were in progress together")


def check_run_pool(run_pool):
    check_order(run_pool)
    check_together(run_pool)
