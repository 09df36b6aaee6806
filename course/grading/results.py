"""What the gradebook and the graded notebooks say about a class: what is done, and what came out."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from nbgrader.api import Gradebook

from course.grading.execute import KEY
from course.grading.submission import fingerprint


@dataclass
class Result:
    """One graded submission. `open` are the tests that a person has to judge; `reasons` one sentence per lost test;
    `seen` signs of tampering by test.
    """

    lesson: str
    student: str
    points: float
    max: float
    reasons: dict[str, str] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)
    seen: dict[str, list[str]] = field(default_factory=dict)


def graded(autograded: Path, submitted: Path) -> bool:
    """Whether exactly what lies in `submitted` has been graded, to the end and without a fault of ours."""
    try:
        about = json.loads(autograded.read_bytes())["metadata"][KEY]
        verdicts = about["verdicts"].values()
        return about["of"] == fingerprint(submitted) and all(verdict["points"] is not None for verdict in verdicts)
    except (OSError, ValueError, KeyError, TypeError):
        return False  # it was never graded, or something ended in the middle of it


def recorded(db_url: str, lesson: str) -> set[str]:
    """Students whose submission has points in the gradebook."""
    with Gradebook(db_url) as gradebook:
        submissions = gradebook.assignment_submissions(lesson)
        return {
            s.student.id for s in submissions if any(g.auto_score is not None for nb in s.notebooks for g in nb.grades)
        }


def results(db_url: str, lesson: str, notebooks: dict[str, Path]) -> list[Result]:
    """Results of the students in `notebooks` (their autograded notebooks), in this order."""
    with Gradebook(db_url) as gradebook:
        submissions = {s.student.id: s for s in gradebook.assignment_submissions(lesson)}
        return [_result(lesson, submissions[name], path) for name, path in notebooks.items() if name in submissions]


def _result(lesson: str, submission: object, notebook: Path) -> Result:
    grades = [grade for nb in submission.notebooks for grade in nb.grades]  # type: ignore[attr-defined]
    result = Result(lesson, submission.student.id, submission.score, submission.max_score)  # type: ignore[attr-defined]
    result.open = sorted(grade.name for grade in grades if grade.needs_manual_grade)
    try:
        verdicts = json.loads(notebook.read_bytes())["metadata"][KEY]["verdicts"]
        result.reasons = {name: verdict["reason"] for name, verdict in verdicts.items() if verdict["reason"]}
        result.seen = {name: verdict["seen"] for name, verdict in verdicts.items() if verdict.get("seen")}
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return result
