"""Belief: "The first that ends decides."

Rejected by: first_success_value, first_success_falsy, first_success_cancels, first_success_error
"""

from concurrent.futures import FIRST_COMPLETED, wait


def first_success(futures):
    done, others = wait(futures, return_when=FIRST_COMPLETED)
    value = done.pop().result()
    for other in others:
        other.cancel()
    return value
