"""Belief: "Any error will do."

Rejected by: first_success_error
"""

from concurrent.futures import as_completed


def first_success(futures):
    error = None
    for future in as_completed(futures):
        try:
            value = future.result()
        except Exception as problem:
            error = RuntimeError("all failed")
        else:
            for other in futures:
                other.cancel()
            return value
    raise error
