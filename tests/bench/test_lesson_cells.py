from pathlib import Path

import nbformat
import pytest
from lesson_cells import lesson_cells
from nbformat.v4 import new_code_cell, new_notebook

from course.errors import CourseError
from tests.tiny_course import grade

SETUP = "%gui gevent\nimport socket\nfrom gevent import monkey, spawn\nmonkey.patch_all()\n!ls"


def lesson(folder: Path) -> Path:
    cells = [new_code_cell(SETUP, metadata={"tags": ["setup"]})]
    for name in ("talk", "serve"):
        cells.append(new_code_cell(f"def {name}(): ...", metadata=grade(name, solution=True)))
    nbformat.write(new_notebook(cells=cells), folder / "tcp.ipynb")
    return folder / "tcp.ipynb"


def test_of_the_set_up_only_imports_are_left(tmp_path: Path) -> None:
    assert lesson_cells(lesson(tmp_path), []) == ["import socket\nfrom gevent import monkey, spawn"]


def test_solutions_come_in_the_order_asked_for(tmp_path: Path) -> None:
    assert lesson_cells(lesson(tmp_path), ["serve", "talk"])[1:] == ["def serve(): ...", "def talk(): ..."]


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="no exercise start, communicate"):
        lesson_cells(lesson(tmp_path), ["talk", "start", "communicate"])
    with pytest.raises(CourseError, match="give the TCP lesson's notebook with --lesson"):
        lesson_cells(tmp_path / "elsewhere.ipynb", ["talk"])
