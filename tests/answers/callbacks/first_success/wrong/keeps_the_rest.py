"""Belief: "Nobody minds the others."

Rejected by: first_success_cancels
"""

from concurrent.futures import as_completed


def first_success(futures):
    error = None
    for future in as_completed(futures):
        try:
            value = future.result()
        except Exception as problem:
            error = problem
        else:
            pass
            return value
    raise error
