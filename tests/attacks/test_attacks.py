"""Every attack of the shelf ends as its file says, in one class with honest students, and nothing is left behind."""

from __future__ import annotations

import glob
import json
import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest
from nbgrader.api import Gradebook

from course.grading.box import FIRST_UID
from course.grading.execute import KEY
from course.grading.plan import Plan, owner
from tests.attacks.attack import AIMS, Attack, read_attacks
from tests.attacks.attacked_course import CLASSES, HONEST, class_of, deserved, lay_course, lesson_of
from tests.grading.test_class_of_bad_cases import command

pytestmark = pytest.mark.skipif(shutil.which("bwrap") is None, reason="bubblewrap is not installed")

ATTACKS = read_attacks()
#: what plain nbgrader is tried with too
SAMPLE = [it for it in ATTACKS if it.path.stem in ("displayhook", "patched_probe", "gc_for_the_log", "edited_tests")]
HELD = re.compile(r"^(\w+): .* Answers need public names only", re.MULTILINE)


@dataclass
class Class:
    """A graded class: points by student and lesson, and exercise; what learners and persons are told, by student."""

    done: subprocess.CompletedProcess[str]
    plans: dict[str, Plan]
    points: dict[tuple[str, str], dict[str, float]] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)
    flags: dict[str, list[str]] = field(default_factory=dict)


def graded(root: Path, attacks: list[Attack], *program: str) -> Class:
    it = Class(subprocess.CompletedProcess([], 0), lay_course(root, attacks))
    it.done = command(root, *program)
    assert it.done.returncode == 0, it.done.stdout[-2000:] + it.done.stderr[-2000:]
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as gradebook:
        for lesson, plan in it.plans.items():
            for submission in gradebook.assignment_submissions(lesson):
                _read(it, plan, submission)
    for path in root.glob("autograded/*/*/*.ipynb"):
        verdicts = json.loads(path.read_text())["metadata"][KEY]["verdicts"].values()
        signs = [sign for verdict in verdicts for sign in verdict.get("seen", [])]
        it.flags.setdefault(path.parent.parent.name, []).extend(signs)
    return it


def _read(it: Class, plan: Plan, submission: object) -> None:
    student = submission.student.id  # type: ignore[attr-defined]
    found = it.points.setdefault((student, plan.lesson), dict.fromkeys(plan.exercises, 0.0))
    for notebook in submission.notebooks:  # type: ignore[attr-defined]
        for grade in notebook.grades:
            found[owner(grade.name, plan)] += float("nan") if grade.auto_score is None else grade.auto_score
        comments = [comment.auto_comment or "" for comment in notebook.comments]
        it.told[student] = it.told.get(student, "") + "\n".join(comments)


def left_behind() -> set[str]:
    """Processes of boxes, files of runs and listening ports that are there now."""
    uids = [(p.pid, p.uids().real) for p in psutil.process_iter() if psutil.pid_exists(p.pid)]
    boxes = {f"process {pid}" for pid, uid in uids if uid >= FIRST_UID}
    files = {path for path in glob.glob(f"{tempfile.gettempdir()}/course-*") if not os.path.ismount(path)}
    return boxes | files


@pytest.fixture(scope="module")
def classes(tmp_path_factory: pytest.TempPathFactory) -> list[Class]:
    """All attackers and their classmates, each class graded in one run."""
    split = [[it for it in ATTACKS if class_of(it) == n] for n in range(len(CLASSES))]
    return [
        graded(tmp_path_factory.mktemp("attacked"), attacks, "course", "grade", *kept)
        for attacks, kept in zip(split, CLASSES, strict=True)
    ]


def check(it: Class, attack: Attack) -> None:
    lesson = lesson_of(attack)
    assert it.points[attack.student, lesson] == deserved(it.plans[lesson], attack), it.told[attack.student]
    if any(not points for points in attack.expects.values()):
        assert it.told[attack.student].strip(), "points are missing, and nobody said why"
    assert attack.head.get("Reason", "") in it.told[attack.student]
    assert attack.head.get("Flag", "") in "\n".join(it.flags[attack.student])
    # what is refused for its text alone is named, so that the other defences cannot hide behind this one
    assert set(HELD.findall(it.told[attack.student])) == attack.held


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.student)
def test_an_attack_ends_as_its_file_says(classes: list[Class], attack: Attack) -> None:
    check(classes[class_of(attack)], attack)


@pytest.mark.parametrize("which", range(len(CLASSES)))
def test_every_honest_classmate_has_full_marks_and_no_flag(classes: list[Class], which: int) -> None:
    for student in HONEST:
        for lesson, plan in classes[which].plans.items():
            assert classes[which].points[student, lesson] == deserved(plan)
        assert not classes[which].flags.get(student)


@pytest.mark.parametrize("which", range(len(CLASSES)))
def test_nobody_is_left_without_a_grade(classes: list[Class], which: int) -> None:
    assert "not recorded" not in classes[which].done.stdout
    assert "our fault" not in classes[which].done.stdout


def test_plain_nbgrader_judges_a_sample_the_same(tmp_path: Path) -> None:
    it = graded(tmp_path, SAMPLE, "nbgrader", "autograde", "callbacks")
    for attack in SAMPLE:
        check(it, attack)


def test_the_shelf_is_as_large_as_it_should_be() -> None:
    assert len(ATTACKS) >= 45
    assert {attack.path.parent.name for attack in ATTACKS} == set(AIMS)
    assert all(attack.sentence.endswith(".") and "Expects" in attack.head for attack in ATTACKS)
