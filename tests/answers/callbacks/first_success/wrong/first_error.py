"""Belief: "The first error is as good as the last."

Rejected by: first_success_error
"""

from concurrent.futures import as_completed


def first_success(futures):
    error = None
    for future in as_completed(futures):
        try:
            value = future.result()
        except Exception as problem:
            error = error or problem
        else:
            for other in futures:
                other.cancel()
            return value
    raise error
