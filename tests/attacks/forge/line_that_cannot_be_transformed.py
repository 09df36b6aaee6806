"""A line of a cell that nothing needs makes IPython's transformer fail where the names of all cells are looked up.

Lesson: callbacks
Expects: call_back 0
"""

def build(notebook, folder):
    cells = (cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == "call_back")
    next(cells).source = 'def call_back(future, results, errors):\n    pass\n\nx = %"""y()'
