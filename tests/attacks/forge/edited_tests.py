"""Test cells that say pass.

Lesson: callbacks
Expects: call_back 0, tag 0
"""

def build(notebook, folder):
    for cell in notebook.cells:
        about = cell.metadata.get("nbgrader", {})
        if about.get("solution"):
            cell.source = "def call_back(*args):\n    pass\n\ntag = call_back"
        elif about.get("grade"):
            cell.source = "pass"
