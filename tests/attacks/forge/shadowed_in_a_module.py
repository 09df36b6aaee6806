"""A probe's module gets a global `isinstance`, which hides Python's own from the probe only and sees what it looks at.

Cell: call_back
Expects: call_back 0
"""

from course.probes.callbacks import call_back as module

seen = []


def see(value, kind):
    seen.append(value)
    return isinstance(value, kind)


module.isinstance = see


def call_back(future, results, errors):
    given = seen[-1] if seen else "cancel it"
    if future._state == "CANCELLED_AND_NOTIFIED":
        errors.append("cancelled")
    else:
        (errors if isinstance(given, BaseException) else results).append(given)
