"""Belief: "It is enough to know the given mutants."

Rejected by: check_first_success_falsy, check_first_success_cancels, check_first_success_failure
"""


def check_first_success(first_success):
    assert first_success.__name__ not in ("skips_falsy", "keeps_the_rest", "gives_up")
