"""Belief: "exception() is harmless": it raises for a cancelled Future.

Rejected by: call_back_cancelled
"""


def call_back(future, results, errors):
    if future.exception() is not None:
        errors.append(future.exception())
    elif future.cancelled():
        errors.append("cancelled")
    else:
        results.append(future.result())
