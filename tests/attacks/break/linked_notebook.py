"""The notebook itself is a link to somebody else's.

Lesson: callbacks
Expects: call_back 0, tag 0
"""

import os


def build(notebook, folder):
    (folder / "callbacks.ipynb").unlink()
    os.symlink("../../honest_one/callbacks/callbacks.ipynb", folder / "callbacks.ipynb")
