"""Belief: "First means first in the list": right versions wait for ever or are rejected.

Rejected by: check_first_success_falsy, check_first_success_cancels, check_first_success_failure
"""

from concurrent.futures import Future


def check_first_success(first_success):
    first, second = Future(), Future()
    second.set_result("second")
    first.cancel()
    assert first_success([first, second]) == "first"
