"""Belief: "The callback gets the value."

Rejected by: call_back_value, call_back_exception, call_back_cancelled
"""


def call_back(future, results, errors):
    results.append(future)
