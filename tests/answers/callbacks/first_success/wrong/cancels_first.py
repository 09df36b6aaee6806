"""Belief: "Cancel the rest" as soon as anything ends.

Rejected by: first_success_value, first_success_falsy, first_success_error, first_success_cancels
"""

from concurrent.futures import as_completed


def first_success(futures):
    error = None
    for future in as_completed(futures):
        for other in futures:
            other.cancel()
        error = future.exception()
        if error is None:
            return future.result()
    raise error
