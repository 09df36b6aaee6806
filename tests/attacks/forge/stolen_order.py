"""A thread reads the grader's next order from the line before the grader's own code does.

Cell: call_back
Expects: call_back 0
"""

import json
import os
import threading


def steal(descriptor):
    while True:
        try:
            order = json.loads(os.read(descriptor, 1 << 20))
            os.write(descriptor, json.dumps({"token": order["token"], "error": None, "value": None}).encode() + b"\n")
        except (OSError, ValueError, KeyError, TypeError):
            if descriptor > 9:
                return


for descriptor in (3, 4, 5):
    threading.Thread(target=steal, args=(descriptor,), daemon=True).start()


def call_back(future, results, errors):
    pass
