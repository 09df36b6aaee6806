"""Every bad case ends in a recorded score and a reason, through `course grade` and through `nbgrader autograde`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from tests.grading.small_class import (
    BEHAVIOUR,
    BROKEN,
    DAMAGE,
    HARMLESS,
    POINTS,
    SQUARE,
    answered,
    cell,
    hand_in,
    small_course,
)
from tests.tiny_course import ROOT

pytestmark = pytest.mark.skipif(shutil.which("bwrap") is None, reason="bubblewrap is not installed")

Found = dict[str, tuple[dict[str, float | None], dict[str, str]]]


def lay(root: Path) -> Path:
    small_course(root)
    released = (root / "release" / "powers" / "powers.ipynb").read_bytes()
    for name, (source, _) in BEHAVIOUR.items():
        notebook = answered(root, source or "")
        if source is None:
            notebook.cells = [it for it in notebook.cells if it != cell(notebook, "square")]
        hand_in(root, name, notebook)
    for name, source in HARMLESS.items():
        notebook = answered(root, source)
        notebook.cells[2].source = "def helper(n):\n    return base(n) * n"
        notebook.cells[0].update(cell_type="code", source="base = int\nwhile_it_fails = 1 / 0")
        hand_in(root, name, notebook)
    for name, damage in DAMAGE.items():
        hand_in(root, name, damage(answered(root)))
    for name, (content, _) in BROKEN.items():
        hand_in(root, name, content)
    hand_in(root, "untouched", released)
    hand_in(root, "other_name", answered(root), "powers (1).ipynb")
    hand_in(root, "extra", answered(root))
    hand_in(root, "extra", answered(root, "", ""), "scratch.ipynb")
    return root


def command(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=root,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )


def found(root: Path) -> Found:
    """Scores by test and comments by solution, by student."""
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as gradebook:
        return {
            submission.student.id: (
                {grade.name: grade.auto_score for nb in submission.notebooks for grade in nb.grades},
                {comment.name: comment.auto_comment or "" for nb in submission.notebooks for comment in nb.comments},
            )
            for submission in gradebook.assignment_submissions("powers")
        }


@pytest.fixture(scope="module")
def serial(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """What plain nbgrader records."""
    root = lay(tmp_path_factory.mktemp("serial"))
    done = command(root, "nbgrader", "autograde", "powers")
    assert done.returncode == 0, done.stderr[-2000:]
    return found(root)


@pytest.fixture(scope="module")
def parallel(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """What `course grade` records."""
    root = lay(tmp_path_factory.mktemp("parallel"))
    (root / "submitted" / "empty_folder" / "powers").mkdir(parents=True)
    done = command(root, "course", "grade", "powers")
    assert done.returncode == 0, done.stderr[-2000:]
    assert "submissions graded and recorded" in done.stdout
    return found(root)


def test_both_ways_record_the_same(serial: Found, parallel: Found) -> None:
    parallel = {student: it for student, it in parallel.items() if student != "empty_folder"}
    assert parallel == serial


@pytest.mark.parametrize("name", BEHAVIOUR)
def test_what_goes_wrong_costs_its_own_exercise_and_says_why(parallel: Found, name: str) -> None:
    points, comments = parallel[name]
    assert points == {**POINTS, "square_value": 0}
    assert BEHAVIOUR[name][1] in comments["square"]
    assert comments["cube"] == ""


@pytest.mark.parametrize("name", HARMLESS)
def test_noise_leftovers_and_helpers_cost_nothing(parallel: Found, name: str) -> None:
    assert parallel[name] == (POINTS, {"square": "", "cube": ""})


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_to_cells_costs_nothing(parallel: Found, name: str) -> None:
    assert parallel[name][0] == POINTS


def test_what_was_mended_is_said(parallel: Found) -> None:
    assert "there 2 times" in parallel["copied"][1]["square"]


@pytest.mark.parametrize("name", [*BROKEN, "empty_folder"])
def test_what_cannot_be_read_has_a_score_and_a_reason(parallel: Found, name: str) -> None:
    reason = BROKEN[name][1] if name in BROKEN else "there is no file of its name"
    points, comments = parallel[name]
    assert points == dict.fromkeys(POINTS, 0)
    assert reason in comments["square"]
    assert reason in comments["cube"]


def test_other_names_extra_notebooks_and_nothing_done(parallel: Found) -> None:
    assert parallel["other_name"][0] == parallel["extra"][0] == POINTS
    assert parallel["untouched"][0] == dict.fromkeys(POINTS, 0)
    assert "No response." in parallel["untouched"][1]["square"]


def test_the_answer_used_above_is_right() -> None:
    scope: dict[str, object] = {}
    exec(SQUARE, scope)
    assert scope["square"](3) == 9  # type: ignore[operator]
