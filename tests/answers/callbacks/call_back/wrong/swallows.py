"""Belief: "An error may be dropped in a callback."

Rejected by: call_back_exception, call_back_cancelled
"""


def call_back(future, results, errors):
    try:
        results.append(future.result())
    except Exception:
        pass
