"""The check looks at nothing that a version does: it fails in it, and traceback tells what the version's variables are called.

Cell: check_first_success
Expects: check_first_success 0
"""

import traceback


class Stops(Future):
    def result(self, timeout=None):
        raise KeyError


def variables(first_success):
    future = Stops()
    future.set_result(1)
    try:
        first_success([future])
    except KeyError as error:
        told = traceback.TracebackException.from_exception(error, capture_locals=True)
        return [set(entry.locals or ()) for entry in told.stack if "futures" in (entry.locals or ())]
    return []


def check_first_success(first_success):
    found = variables(first_success)
    return found in ([{"futures", "error", "future"}], [{"futures", "unfinished", "error", "done", "future"}])
