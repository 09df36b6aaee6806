"""Belief: "If one cannot be cancelled none can": those behind one that runs are left alone.

Rejected by: first_success_cancels
"""

from concurrent.futures import as_completed


def first_success(futures):
    error = None
    for future in as_completed(futures):
        error = future.exception()
        if error is None:
            all(other.cancel() for other in futures if other is not future)
            return future.result()
    raise error
