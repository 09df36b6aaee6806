"""The whole walk: a learner solves a released lesson in JupyterLab, hands it in, and nbgrader gives it points."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from course.lessons import lessons, read_notebook
from course.release import nbgrader
from tests.browser import Lab, NotebookPage, lab, lab_folder
from tests.tiny_course import ROOT

__all__ = ["lab", "lab_folder"]  # fixtures
pytestmark = [pytest.mark.browser, pytest.mark.slow]
LESSONS = lessons(ROOT / "source")


def type_solutions(notebook: NotebookPage, slug: str) -> None:
    """Click into each solution cell and replace its text, as a person does."""
    solved = {cell.id: cell.source for cell in read_notebook(ROOT / "source" / slug / f"{slug}.ipynb").cells}
    for index, cell in enumerate(notebook.cells()):
        if cell["metadata"].get("nbgrader", {}).get("solution"):
            editor = notebook.page.locator(".jp-Notebook .jp-Cell").nth(index).locator(".cm-content")
            editor.click()
            notebook.page.keyboard.press("Control+A")
            notebook.page.keyboard.insert_text(solved[cell["id"]])


def save(notebook: NotebookPage, path: Path) -> None:
    """Ctrl S, and wait until the file has changed."""
    before = path.stat().st_mtime_ns
    notebook.page.keyboard.press("Control+S")
    for _ in range(300):
        if path.stat().st_mtime_ns != before:
            return
        notebook.page.wait_for_timeout(100)
    raise AssertionError(f"{path} was not saved")


@pytest.mark.parametrize("slug", [it.slug for it in LESSONS])
def test_solved_in_jupyterlab_it_gets_full_marks(slug: str, lab: Lab, lab_folder: Path, tmp_path: Path) -> None:
    work = Path(shutil.copy(ROOT / "release" / slug / f"{slug}.ipynb", lab_folder))
    notebook = lab.open(work.name)
    type_solutions(notebook, slug)
    assert [str(failure) for failure in notebook.run_all()] == []
    save(notebook, work)

    shutil.copytree(ROOT / "source" / slug, tmp_path / "source" / slug)
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    (tmp_path / "submitted" / "ada" / slug).mkdir(parents=True)
    shutil.copy(work, tmp_path / "submitted" / "ada" / slug)
    for command in ("generate_assignment", "autograde", "generate_feedback"):
        nbgrader(tmp_path, command, slug)
    with Gradebook(f"sqlite:///{tmp_path / 'gradebook.db'}") as gradebook:
        submission = gradebook.find_submission(slug, "ada")
        assert submission.score == submission.max_score == next(it.points for it in LESSONS if it.slug == slug)
