"""A method of the standard library keeps its identity and gets other code, which calls a right function.

Cell: call_back
Expects: call_back 0
"""

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
    self._target(self.right if "(" in self.name else function, args, kwargs)


threading.Thread.right = staticmethod(right)
threading.Thread.run.__code__ = run.__code__


def call_back(future, results, errors):
    pass
