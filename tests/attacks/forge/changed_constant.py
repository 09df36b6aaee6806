"""The constant by which the probe knows what to cancel is another one, so that nothing is ever cancelled.

Cell: call_back
Expects: call_back 0
"""

from course.probes.callbacks import call_back as module

module.CANCELLED = object()


def call_back(future, results, errors):
    if future.exception():
        errors.append(future.exception())
    elif future.result() == "cancel it":
        errors.append("cancelled")
    elif future.result():
        results.append(future.result())
