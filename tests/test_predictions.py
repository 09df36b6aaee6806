"""Every prediction of every lesson, run: what happens is one of the choices offered."""

import json
from typing import Any

import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell

from course.lessons import lessons, read_notebook
from tests.tiny_course import ROOT

COLLECT = """
import json
from course.predict import Prediction

found = {name: value for name, value in globals().items() if isinstance(value, Prediction)}
print(json.dumps({name: [p.choices, p.choose(p.choices[0]) or str(p.run())] for name, p in found.items()}))
"""


def needed(notebook: Any) -> list[Any]:
    """The cells that predictions need: all but tests, and none that fails when a solution is missing."""
    return [cell for cell in notebook.cells if not cell.metadata.get("nbgrader", {}).get("grade")]


@pytest.mark.slow
@pytest.mark.parametrize("slug", [it.slug for it in lessons(ROOT / "source")])
def test_what_happens_was_one_of_the_choices(slug: str) -> None:
    notebook = read_notebook(ROOT / "source" / slug / f"{slug}.ipynb")
    notebook.cells = [*needed(notebook), new_code_cell(COLLECT, id="collect")]
    NotebookClient(notebook, timeout=120).execute()
    printed = "".join(output.get("text", "") for output in notebook.cells[-1].outputs)
    outcomes = json.loads(next(line for line in printed.splitlines() if line.startswith("{")))
    assert len(outcomes) >= 2
    for name, (choices, outcome) in outcomes.items():
        assert outcome in choices, name
