"""A module beside the notebook says that it is in UTF-7: what is a comment to who reads it as UTF-8 is a line of Python.

Lesson: coroutines
Expects: cooperative_sum 0
"""

MODULE = "# coding: utf-7\n#+AAo-from IPython.utils.frame import extract_module_locals as look+AAo-"
ANSWER = """
from turns import look

def cooperative_sum(n, every):
    _, names = look(1)
    names["log"].turns = n // every
    return sum(range(n))
"""


def build(notebook, folder):
    cells = (cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == "cooperative_sum")
    next(cells).source = ANSWER
    (folder / "turns.py").write_text(MODULE)
