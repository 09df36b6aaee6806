"""Belief: "First means first in the list."

Rejected by: first_success_value, first_success_falsy, first_success_cancels, first_success_error
"""


def first_success(futures):
    error = None
    for future in futures:
        try:
            value = future.result()
        except Exception as problem:
            error = problem
        else:
            for other in futures:
                other.cancel()
            return value
    raise error
