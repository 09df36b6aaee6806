"""Belief: "If it worked once it is right."

Rejected by: check_first_success_falsy, check_first_success_cancels, check_first_success_failure
"""

from concurrent.futures import Future


def check_first_success(first_success):
    future = Future()
    future.set_result("answer")
    assert first_success([future])
