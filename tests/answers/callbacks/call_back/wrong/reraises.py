"""Belief: "An error must be raised": it is put down and raised again.

Rejected by: call_back_exception, call_back_cancelled
"""

from concurrent.futures import CancelledError


def call_back(future, results, errors):
    try:
        results.append(future.result())
    except CancelledError:
        errors.append("cancelled")
        raise
    except Exception as error:
        errors.append(error)
        raise
