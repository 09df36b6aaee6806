"""A class laid from the shelf gets exactly the points that the shelf says, through boxes, side by side."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from course.errors import CourseError
from course.grading.pretend_class import TRUTH, lay_class
from course.lessons import lessons
from tests.grading.test_class_of_bad_cases import command
from tests.tiny_course import ROOT


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(CourseError, match="is not empty"):
        lay_class(ROOT, tmp_path, 3)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("bwrap") is None, reason="bubblewrap is not installed")
@pytest.mark.parametrize("slug", [it.slug for it in lessons(ROOT / "source")])
def test_everybody_gets_what_is_deserved(tmp_path: Path, slug: str) -> None:
    lay_class(ROOT, tmp_path, 4, [slug])
    done = command(tmp_path, "course", "grade", slug)
    assert done.returncode == 0, done.stderr
    with Gradebook(f"sqlite:///{tmp_path / 'gradebook.db'}") as gradebook:
        submissions = {it.student.id: it for it in gradebook.assignment_submissions(slug)}
        grades = {name: [grade for nb in it.notebooks for grade in nb.grades] for name, it in submissions.items()}
        points = {name: {grade.name: grade.auto_score for grade in them} for name, them in grades.items()}
    truth = json.loads((tmp_path / TRUTH).read_text())[slug]
    assert points == truth
    assert len({sum(them.values()) for them in truth.values()}) > 1, (
        "a class in which all deserve the same tells little"
    )
