"""Belief: "0 is a failure."

Rejected by: first_success_falsy
"""

from concurrent.futures import as_completed


def first_success(futures):
    error = None
    for future in as_completed(futures):
        error = future.exception()
        if error is None and future.result():
            for other in futures:
                other.cancel()
            return future.result()
    raise error
