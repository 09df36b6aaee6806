"""Belief: "What is an exception was raised": a task that returns one counts as failed.

Rejected by: call_back_value
"""


def call_back(future, results, errors):
    if future.cancelled():
        errors.append("cancelled")
        return
    try:
        outcome = future.result()
    except BaseException as error:
        outcome = error
    (errors if isinstance(outcome, BaseException) else results).append(outcome)
