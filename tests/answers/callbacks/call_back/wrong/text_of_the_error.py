"""Belief: "The text of an error is the error."

Rejected by: call_back_exception, call_back_cancelled
"""


def call_back(future, results, errors):
    if future.cancelled():
        errors.append("cancelled")
    elif future.exception() is not None:
        errors.append(str(future.exception()))
    else:
        results.append(future.result())
