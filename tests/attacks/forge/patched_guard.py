"""The guard that calls the learner's function is replaced by one that calls something else.

Cell: call_back
Expects: call_back 0
"""

from course.probes import guard


def right(future, results, errors):
    if future.cancelled():
        errors.append("cancelled")
    elif future.exception():
        errors.append(future.exception())
    else:
        results.append(future.result())


run = guard.Call._run
guard.Call._run = lambda self, function, args, kwargs: run(self, right, args, kwargs)


def call_back(future, results, errors):
    pass
