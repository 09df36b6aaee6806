"""Belief: "Returning is appending."

Rejected by: call_back_value, call_back_exception, call_back_cancelled
"""


def call_back(future, results, errors):
    try:
        return future.result()
    except Exception as error:
        return error
