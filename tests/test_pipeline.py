"""The lessons through plain nbgrader, as an instructor uses it: release, autograde, feedback."""

from __future__ import annotations

import json
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook

from course.grading.plan import lesson_plan
from course.lessons import lessons, read_notebook
from course.release import nbgrader
from tests.tiny_course import ROOT, write

LESSONS = [it.slug for it in lessons(ROOT / "source")]


def submit(root: Path, student: str, slug: str, notebook: Any) -> None:
    write(notebook, root / "submitted" / student / slug / f"{slug}.ipynb")


def answered(slug: str, broken: str | None = None) -> Any:
    """The released notebook with the reference solutions written in, as a learner would; all but `broken`."""
    notebook = read_notebook(ROOT / "release" / slug / f"{slug}.ipynb")
    solutions = {cell.id: cell.source for cell in read_notebook(ROOT / "source" / slug / f"{slug}.ipynb").cells}
    for cell in notebook.cells:
        meta = cell.metadata.get("nbgrader", {})
        if meta.get("solution") and meta["grade_id"] != broken:
            cell.source = solutions[cell.id]
    return notebook


@pytest.fixture(scope="module", params=LESSONS)
def graded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A scratch course with one lesson, released and autograded for a class of telling students."""
    slug, root = request.param, tmp_path_factory.mktemp(request.param)
    shutil.copytree(ROOT / "source" / slug, root / "source" / slug)
    shutil.copy(ROOT / "nbgrader_config.py", root)
    nbgrader(root, "generate_assignment", slug)
    submit(root, "untouched", slug, read_notebook(ROOT / "release" / slug / f"{slug}.ipynb"))
    submit(root, "right", slug, answered(slug))
    for name in lesson_plan(slug, ROOT / "source" / slug / f"{slug}.ipynb").exercises:
        submit(root, f"without_{name}", slug, answered(slug, broken=name))
    damaged = answered(slug)
    damaged.cells = [cell for cell in damaged.cells if not cell.metadata.get("nbgrader", {}).get("grade")]
    submit(root, "deleted_tests", slug, damaged)
    students = sorted(path.name for path in (root / "submitted").iterdir())
    with ThreadPoolExecutor(4) as pool:  # most of a lesson's time is waiting
        list(pool.map(lambda student: nbgrader(root, "autograde", slug, f"--student={student}"), students))
    nbgrader(root, "generate_feedback", slug)
    return root, slug


def scores(root: Path, slug: str) -> dict[str, dict[str, float]]:
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as gradebook:
        return {
            submission.student.id: {grade.name: grade.score for nb in submission.notebooks for grade in nb.grades}
            for submission in gradebook.assignment_submissions(slug)
        }


@pytest.mark.slow
def test_untouched_scores_0_and_the_reference_full_marks(graded: tuple[Path, str]) -> None:
    root, slug = graded
    points = {it.slug: it.points for it in lessons(ROOT / "source")}[slug]
    found = scores(root, slug)
    assert sum(found["untouched"].values()) == 0
    assert sum(found["right"].values()) == points
    assert sum(found["deleted_tests"].values()) == points


@pytest.mark.slow
def test_each_broken_exercise_loses_exactly_its_own_points(graded: tuple[Path, str]) -> None:
    root, slug = graded
    found = scores(root, slug)
    for name, exercise in lesson_plan(slug, ROOT / "source" / slug / f"{slug}.ipynb").exercises.items():
        lost = {test for test, score in found[f"without_{name}"].items() if score < found["right"][test]}
        assert lost == {test.grade_id for test in exercise.tests}, name


@pytest.mark.slow
def test_feedback_says_why_in_a_sentence(graded: tuple[Path, str]) -> None:
    root, slug = graded
    page = (root / "feedback" / "untouched" / slug / f"{slug}.html").read_text()
    assert "has no answer yet" in page
    assert (root / "feedback" / "right" / slug / f"{slug}.html").is_file()


@pytest.mark.slow
def test_validate_passes_the_reference(graded: tuple[Path, str]) -> None:
    root, slug = graded
    path = root / "submitted" / "right" / slug / f"{slug}.ipynb"
    nbgrader(root, "validate", str(path))


def test_hidden_tests_do_not_leave_the_house() -> None:
    for path in (ROOT / "release").glob("*/*.ipynb"):
        text = path.read_text()
        assert "HIDDEN TESTS" not in text
        assert "BEGIN SOLUTION" not in text
        assert json.loads(text)["cells"]


def test_nothing_that_is_a_learners_or_a_grade_is_in_git() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    folders = {line.split("/")[0] for line in tracked.splitlines() if "/" in line}
    assert not folders & {"submitted", "feedback", "learn"}
    assert [line for line in tracked.splitlines() if line.startswith("autograded/")] == ["autograded/README.md"]
