"""Belief: "The last error is that of the last in the list."

Rejected by: first_success_error
"""

from concurrent.futures import as_completed


def first_success(futures):
    for future in as_completed(futures):
        if future.exception() is None:
            for other in futures:
                other.cancel()
            return future.result()
    raise futures[-1].exception()
