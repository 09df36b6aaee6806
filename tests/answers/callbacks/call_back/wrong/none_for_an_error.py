"""Belief: "None stands for a failure."

Rejected by: call_back_exception, call_back_cancelled
"""


def call_back(future, results, errors):
    try:
        results.append(future.result())
    except Exception as error:
        results.append(None)
        errors.append("cancelled" if future.cancelled() else error)
