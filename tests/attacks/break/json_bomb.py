"""JSON nested a hundred thousand levels deep.

Lesson: callbacks
Expects: call_back 0, tag 0
Reason: its JSON is broken
"""

def build(notebook, folder):
    return b'{"cells":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
