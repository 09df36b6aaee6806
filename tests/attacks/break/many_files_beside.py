"""A thousand files beside the notebook, and one of 100 MB.

Lesson: callbacks
Expects: call_back 3
"""

def build(notebook, folder):
    for n in range(1000):
        (folder / f"f{n}").write_text("x")
    with open(folder / "sparse", "wb") as file:
        file.truncate(100 << 20)
