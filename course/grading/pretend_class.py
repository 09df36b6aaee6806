"""A class of pretend students, laid from the shelf of answers: what each deserves is known before anybody grades.

Student by student the exercises of a lesson get a right answer, a wrong one (whose file says which tests must reject
it) or none. So a grader can be tried on as many as one likes, and whoever wonders whether it was right can look.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import nbformat

from course.errors import CourseError
from course.grading.answer import solution_cells
from course.grading.plan import Plan, lesson_plan
from course.grading.shelf import ShelfAnswer, read_shelf
from course.lessons import lesson, lessons
from course.release import nbgrader

SHARES = {"right": 70, "wrong": 20, "none": 10}  #: of the exercises, in per cent
TRUTH = "truth.json"  #: {lesson: {student: {test: points}}}


def lay_class(root: Path, folder: Path, size: int, slugs: Sequence[str] = (), seed: int = 1) -> None:
    """Lay a course with `size` students in the new `folder`; the same `seed` always gives the same class.

    CourseError if the folder is in use, or there is no shelf of answers to lay it from.
    """
    if folder.exists() and any(folder.iterdir()):
        raise CourseError(f"{folder} is not empty: name a new folder.")
    chosen = [lesson(root / "source", slug) for slug in slugs] or lessons(root / "source")
    truth: dict[str, dict[str, dict[str, float]]] = {}
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(root / "nbgrader_config.py", folder)
    for it in chosen:
        shutil.copytree(root / "source" / it.slug, folder / "source" / it.slug)
        nbgrader(folder, "generate_assignment", it.slug)
        plan = lesson_plan(it.slug, it.path)
        shelf = read_shelf(root / "tests" / "answers" / it.slug)
        if not shelf:
            raise CourseError(f"There are no answers to {it.slug} in tests/answers/: take a checkout of the course.")
        release = nbformat.read(folder / "release" / it.slug / f"{it.slug}.ipynb", as_version=4)
        truth[it.slug] = {}
        for number in range(size):
            student = f"student{number:03}"
            answers = draw(plan, shelf, random.Random(f"{seed} {it.slug} {number}"))
            truth[it.slug][student] = deserved(plan, answers)
            hand_in(folder, student, it.slug, filled_in(plan, release, answers))
    (folder / TRUTH).write_text(json.dumps(truth, indent=1) + "\n")


def draw(plan: Plan, shelf: Sequence[ShelfAnswer], luck: random.Random) -> dict[str, ShelfAnswer | None]:
    """An answer to each exercise, or None."""
    kinds = luck.choices(list(SHARES), list(SHARES.values()), k=len(plan.exercises))
    drawn = {}
    for name, kind in zip(plan.exercises, kinds, strict=True):
        fitting = [answer for answer in shelf if answer.exercise == name and answer.path.parent.name == kind]
        drawn[name] = luck.choice(fitting) if fitting else None
    return drawn


def deserved(plan: Plan, answers: Mapping[str, ShelfAnswer | None]) -> dict[str, float]:
    """Points per test."""
    points = {}
    for exercise in plan.exercises.values():
        answer = answers[exercise.name]
        for test in exercise.tests:
            lost = answer is None or test.grade_id in answer.rejected_by
            points[test.grade_id] = 0.0 if lost else float(test.points)
    return points


def filled_in(plan: Plan, release: Any, answers: Mapping[str, ShelfAnswer | None]) -> Any:
    """The released notebook with the answers in its solution cells."""
    notebook = nbformat.from_dict(release)
    for cell in notebook.cells:
        about = cell.metadata.get("nbgrader", {})
        answer = answers.get(about.get("grade_id")) if about.get("solution") else None
        if answer:
            cell.source = solution_cells(plan, answer.path.read_text("utf-8"))[answer.exercise] or ""
    return notebook


def hand_in(folder: Path, student: str, slug: str, notebook: Any) -> Path:
    """Write a notebook where nbgrader looks for submissions."""
    path = folder / "submitted" / student / slug / f"{slug}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)
    return path
