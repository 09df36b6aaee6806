"""A number with a million digits where a cell should be.

Lesson: callbacks
Expects: call_back 0, tag 0
Reason: its JSON is broken
"""

def build(notebook, folder):
    return b'{"cells": [' + b"9" * 1_000_000 + b"]}"
