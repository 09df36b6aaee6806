"""Belief: "It will come back": no Future is ever finished.

Rejected by: check_first_success_falsy, check_first_success_cancels, check_first_success_failure
"""

from concurrent.futures import Future


def check_first_success(first_success):
    assert first_success([Future()]) is None
