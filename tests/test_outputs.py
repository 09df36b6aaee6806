"""What is stored in a reference notebook is the same in every run; what a reader without a front end gets is more."""

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from course.errors import CourseError
from course.outputs import refresh

WATCHED = """
from concurrent.futures import ThreadPoolExecutor
from course.watch import watch

with watch() as run:
    with ThreadPoolExecutor(2) as pool:
        pool.submit(abs, -1)
run
"""


def written(folder: Path, *sources: str) -> Path:
    cells = [new_markdown_cell("Text"), *map(new_code_cell, sources)]
    nbformat.write(new_notebook(cells=cells), folder / "a.ipynb")
    return folder / "a.ipynb"


def data(notebook: Any) -> list[set[str]]:
    return [set(output.data) for output in notebook.cells[1].outputs]


def test_a_watched_cell_has_a_picture_where_no_front_end_draws_one_but_none_is_stored(tmp_path: Path) -> None:
    path = written(tmp_path, WATCHED)
    executed = NotebookClient(nbformat.read(path, 4), timeout=60).execute()
    view = {"application/vnd.jupyter.widget-view+json", "text/plain"}
    assert data(executed) == [view, {"image/svg+xml", "text/plain"}, {"text/plain"}]
    assert "2 workers: 1 task, 1 finished</text>" in executed.cells[1].outputs[1].data["image/svg+xml"]
    refresh(path)
    stored = nbformat.read(path, 4)
    assert data(stored) == [view, {"text/plain"}]
    assert stored.cells[1].outputs[1].data["text/plain"] == "2 workers: 1 task, 1 finished"


def test_a_cell_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = written(tmp_path, "1 / 0")
    before = path.read_bytes()
    with pytest.raises(CourseError, match="ZeroDivisionError"):
        refresh(path)
    assert path.read_bytes() == before
