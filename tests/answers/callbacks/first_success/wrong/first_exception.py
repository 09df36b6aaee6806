"""Belief: "FIRST_EXCEPTION means the first result or exception."

Rejected by: first_success_value, first_success_falsy, first_success_cancels, first_success_error
"""

from concurrent.futures import wait


def first_success(futures):
    done, others = wait(futures, return_when="FIRST_EXCEPTION")
    for other in others:
        other.cancel()
    return done.pop().result()
