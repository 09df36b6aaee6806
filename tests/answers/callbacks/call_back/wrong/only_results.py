"""Belief: "Tasks succeed" (the tutorial): result() raises for the others.

Rejected by: call_back_exception, call_back_cancelled
"""


def call_back(future, results, errors):
    results.append(future.result())
