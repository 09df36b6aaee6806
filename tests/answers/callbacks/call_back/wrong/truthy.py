"""Belief: "0 and None are no values."

Rejected by: call_back_value, call_back_exception
"""


def call_back(future, results, errors):
    if future.cancelled():
        errors.append("cancelled")
    elif future.exception():
        errors.append(future.exception())
    elif future.result():
        results.append(future.result())
