"""functools.update_wrapper sets the code of a method of the standard library, which calls a right function.

Cell: call_back
Expects: call_back 0
"""

import functools
import threading


def right(future, results, errors):
    if future.cancelled():
        errors.append("cancelled")
    elif future.exception():
        errors.append(future.exception())
    else:
        results.append(future.result())


def run(self):
    function, args, kwargs = self._args
    self._target(__import__("__main__").right if "(" in self.name else function, args, kwargs)


class Other:
    __code__ = run.__code__


functools.update_wrapper(threading.Thread.run, Other, ["__code__"], [])


def call_back(future, results, errors):
    pass
