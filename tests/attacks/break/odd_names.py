"""Files with names that shells, markup and encodings stumble over.

Lesson: callbacks
Expects: call_back 3
"""

import os


def build(notebook, folder):
    names = ["-rf", "a\nb.py", "$(reboot)", "[red]", "\u202egnp.exe", "x" * 250, "..."]
    for name in names:
        (folder / name).write_text("1 / 0")
    with open(os.path.join(os.fsencode(folder), b"\xff\xfe.txt"), "w") as file:
        file.write("?")
    (folder / "sitecustomize.py").write_text("raise SystemExit")
    (folder / "conftest.py").write_text("raise SystemExit")
