"""Links in the submission's folder point at the grader's files.

Lesson: callbacks
Expects: call_back 3
"""

import os


def build(notebook, folder):
    for name, target in (("passwd", "/etc/shadow"), ("up", "../.."), ("root", "/"), ("self", "."), ("nowhere", "/nowhere")):
        os.symlink(target, folder / name)
    os.mkfifo(folder / "pipe")
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "call_back":
            text = "import os\nif [n for n in ('passwd', 'up', 'root', 'self', 'pipe') if os.path.lexists(n)]:\n    raise SystemExit\n"
            cell.source = text + cell.source
