"""Belief: "Every value is like any other."

Rejected by: check_first_success_falsy
"""

import threading
from concurrent.futures import Future


def done(value):
    future = Future()
    future.set_result(value)
    return future


def falsy(first_success):
    assert first_success([done(0)]) == 0
    assert first_success([done("up")]) == "up"


def cancels(first_success):
    other = Future()
    first_success([other, done(1)])
    assert other.cancelled()


def failure(first_success):
    failed, late = Future(), Future()
    failed.set_exception(ValueError("down"))
    threading.Timer(0.2, late.set_result, ["up"]).start()
    assert first_success([failed, late]) == "up"


def check_first_success(first_success):
    cancels(first_success)
    failure(first_success)
