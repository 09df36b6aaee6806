"""Raises KeyboardInterrupt and SystemExit wherever it can.

Cell: call_back
Expects: call_back 0
"""

import _thread


def call_back(future, results, errors):
    _thread.interrupt_main()
    raise KeyboardInterrupt
