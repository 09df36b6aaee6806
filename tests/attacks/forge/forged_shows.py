"""Forged evidence is written to the grader's line: wrong numbers, more names than asked for, logs, words guessed.

Cell: task
Expects: task 0
"""

import json
import os


def task(n, sleep=time.sleep):
    rows = [["returned", True], ["value", None], ["story", ""], ["sleeps", {"kind": "list", "of": []}], ["pid", None]]
    log = {"kind": "log", "of": ["course.probes.pools.task", "TaskLog", rows]}
    for token in (None, True, "", "0" * 32, ["0" * 32], {"kind": "str"}):
        for number, names in (
            (0, {"log": log}),
            (-1, {}),
            (True, {"len": log}),
            (99, {"log": log, "AssertionError": log}),
        ):
            message = {"token": token, "error": None, "show": number, "names": names}
            os.write(3, json.dumps(message).encode() + b"\n")
