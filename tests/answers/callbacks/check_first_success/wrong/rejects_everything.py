"""Belief: "A strict check is a good check."

Rejected by: check_first_success_falsy, check_first_success_cancels, check_first_success_failure
"""


def check_first_success(first_success):
    raise AssertionError("wrong")
