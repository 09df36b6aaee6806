"""Threads that go on after their exercise, printing, raising and changing names.

Cell: call_back
Expects: call_back 0
"""

import sys
import threading


def for_ever(names):
    while True:
        sys.stderr.write("noise")
        names.update(tag=None, log=None)


def call_back(future, results, errors):
    threading.Thread(target=for_ever, args=(globals(),)).start()
