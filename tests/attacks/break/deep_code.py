"""A cell whose expression is nested so deep that the compiler gives up.

Lesson: callbacks
Expects: call_back 0
"""

def build(notebook, folder):
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "call_back":
            cell.source = "call_back = " + "(" * 5000 + "1" + ")" * 5000
