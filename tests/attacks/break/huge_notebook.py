"""A notebook of 100 MB.

Lesson: callbacks
Expects: call_back 0, tag 0
Reason: larger than 32 MB
"""

import json


def build(notebook, folder):
    notebook.cells[0].source = "x" * (100 << 20)
    return json.dumps(notebook).encode()
