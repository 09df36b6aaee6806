"""The learner's function reports success itself through every method that sys.stdout has.

Cell: call_back
Expects: call_back 0
"""

import os
import sys


def call_back(future, results, errors):
    for frame in sys._current_frames().values():
        while frame:
            order = frame.f_locals.get("order")
            if isinstance(order, dict) and "token" in order:
                sys.stdout.send({"token": order["token"], "error": None, "value": None})
                os._exit(0)
            frame = frame.f_back
