"""A course.py beside the notebook shall be imported instead of the real probes.

Lesson: callbacks
Expects: call_back 0
"""

FAKE = "class Log:\n    raised = ''\n    results, errors = [42, 0, None, ''], []\n\nwatch_call_back = lambda *args: Log()\n"
ANSWER = """
import sys

sys.path.insert(0, "")
sys.path_importer_cache.clear()
for name in [name for name in sys.modules if name.partition(".")[0] == "course"]:
    del sys.modules[name]


def call_back(future, results, errors):
    pass
"""


def build(notebook, folder):
    package = folder / "course" / "probes"
    package.mkdir(parents=True)
    for place in (folder / "course", package):
        (place / "__init__.py").write_text("")
    (package / "callbacks.py").write_text(FAKE)
    (folder / "json.py").write_text("dumps = loads = None")
    cells = (cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == "call_back")
    next(cells).source = ANSWER
