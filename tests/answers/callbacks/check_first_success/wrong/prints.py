"""Belief: "Printing is rejecting."

Rejected by: check_first_success_falsy, check_first_success_cancels, check_first_success_failure
"""

from concurrent.futures import Future


def check_first_success(first_success):
    zero, other = Future(), Future()
    zero.set_result(0)
    try:
        if first_success([zero]) != 0:
            print("wrong")
    except ValueError:
        print("wrong")
