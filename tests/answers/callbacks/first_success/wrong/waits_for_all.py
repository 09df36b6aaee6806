"""Belief: "First wait for all."

Rejected by: first_success_value, first_success_falsy, first_success_cancels, first_success_error
"""

from concurrent.futures import wait


def first_success(futures):
    wait(futures)
    error = None
    for future in futures:
        error = future.exception()
        if error is None:
            return future.result()
    raise error
