"""The ids of the tests and of the answers are exchanged.

Lesson: callbacks
Expects: call_back 0
"""

def build(notebook, folder):
    other = {"call_back": "call_back_value", "call_back_value": "call_back", "call_back_exception": "tag_index"}
    for cell in notebook.cells:
        about = cell.metadata.get("nbgrader", {})
        if about.get("grade_id") == "call_back":
            cell.source = "print('no answer')"
        if about.get("grade_id") in other:
            about["grade_id"] = other[about["grade_id"]]
