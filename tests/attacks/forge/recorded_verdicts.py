"""The notebook brings the verdicts of its grading along in its metadata.

Lesson: callbacks
Expects: call_back 0, tag 0
"""

def build(notebook, folder):
    names = ["call_back_value", "call_back_exception", "call_back_cancelled", "tag_index", "tag_soon"]
    verdicts = {name: {"points": 1.0, "reason": None} for name in names}
    notebook.metadata["course_grading"] = {"verdicts": verdicts, "notes": {}, "of": "", "flags": []}
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("solution"):
            cell.source = "pass"
