"""A course of one small lesson, to try commands on without touching the real one."""

from __future__ import annotations

from pathlib import Path
from shutil import copy
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

ROOT = Path(__file__).parents[1]
SOLUTION = "def square(n):\n    ### BEGIN SOLUTION\n    return n * n\n    ### END SOLUTION"
TEST = '"""`square` multiplies n by itself."""\nassert square(3) == 9, f"square(3) returned {square(3)}, not 9."'


def grade(name: str, **more: Any) -> dict[str, Any]:
    """nbgrader's metadata for a cell."""
    flags = {"schema_version": 3, "grade": False, "solution": False, "locked": False, "task": False}
    return {"nbgrader": {**flags, "grade_id": name, **more}}


def tiny_notebook() -> Any:
    """Title, set-up, one exercise `square` with one test cell worth 2 points."""
    cells = [
        new_markdown_cell("# Squares\n\nA tiny lesson.", id="title"),
        new_code_cell("import math", id="setup", metadata={"tags": ["setup"]}),
        new_code_cell(SOLUTION, id="square", metadata=grade("square", solution=True)),
        new_code_cell(TEST, id="test", metadata=grade("square_value", grade=True, locked=True, points=2)),
    ]
    for n, cell in enumerate(cells[1:], start=1):
        cell.execution_count = n
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    about = {"order": 1, "minutes": 5}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel, "course": about})


def write(notebook: Any, path: Path) -> Path:
    """Write a notebook, making its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)
    return path


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """The root of a course with the lesson `squares` in source/."""
    write(tiny_notebook(), tmp_path / "source" / "squares" / "squares.ipynb")
    copy(ROOT / "nbgrader_config.py", tmp_path)
    return tmp_path
