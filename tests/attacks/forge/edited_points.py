"""Points of 1000, or negative ones where nothing was answered.

Lesson: callbacks
Expects: tag 0
"""

def build(notebook, folder):
    for cell in notebook.cells:
        about = cell.metadata.get("nbgrader", {})
        if about.get("grade"):
            about["points"] = -5 if about["grade_id"].startswith("tag") else 1000
        elif about.get("grade_id") == "tag":
            cell.source = "tag = print"
