"""Interrupt, kill, run twice, run side by side: what is recorded stays, and the end is the same."""

from __future__ import annotations

import contextlib
import fcntl
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.grading.small_class import POINTS, SQUARE, answered, body, hand_in, small_course
from tests.grading.test_class_of_bad_cases import command, found
from tests.tiny_course import ROOT

pytestmark = pytest.mark.skipif(shutil.which("bwrap") is None, reason="bubblewrap is not installed")
STUDENTS = 12


@pytest.fixture
def root(tmp_path: Path) -> Path:
    small_course(tmp_path)
    for n in range(STUDENTS):
        hand_in(tmp_path, f"s{n:02}", answered(tmp_path, SQUARE if n % 3 else body("os._exit(1)")))
    return tmp_path


def truth() -> dict[str, dict[str, float]]:
    return {f"s{n:02}": {**POINTS, "square_value": 2.0 if n % 3 else 0.0} for n in range(STUDENTS)}


def points(root: Path) -> dict[str, dict[str, float | None]]:
    return {student: it[0] for student, it in found(root).items()}


def times(root: Path) -> dict[str, int]:
    return {path.parts[-3]: path.stat().st_mtime_ns for path in root.glob("autograded/*/powers/powers.ipynb")}


def test_killed_at_random_moments_it_ends_the_same(root: Path) -> None:
    luck = random.Random(8)
    for _ in range(4):
        run = subprocess.Popen(
            [sys.executable, "-m", "course", "grade", "powers", "--jobs", "2"],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        goal = len(times(root)) + luck.randint(1, 3)
        while run.poll() is None and len(times(root)) < goal:
            pass  # the moment is chosen by what it has done, not by a clock
        run.send_signal(luck.choice([signal.SIGKILL, signal.SIGINT, signal.SIGTERM]))
        run.wait()
    before = times(root)
    done = command(root, "course", "grade", "powers")
    assert done.returncode == 0, done.stderr
    assert points(root) == truth()
    kept = {student for student, time in times(root).items() if before.get(student) == time}
    assert len(kept) >= 3, "what had been recorded was not graded again"


def test_a_second_run_grades_nothing_and_a_new_hand_in_is_graded(root: Path) -> None:
    assert command(root, "course", "grade", "powers").returncode == 0
    before = times(root)
    again = command(root, "course", "grade", "powers")
    assert f"0 submissions graded and recorded, {STUDENTS} were graded before" in again.stdout
    assert times(root) == before
    hand_in(root, "s00", answered(root))
    assert "1 submissions graded" in command(root, "course", "grade", "powers").stdout
    assert points(root)["s00"] == POINTS
    assert "1 submissions graded" in command(root, "course", "grade", "powers", "--student", "s01", "--force").stdout


def test_what_is_being_graded_elsewhere_is_left_alone(root: Path) -> None:
    folder = os.open(root / "submitted" / "s05" / "powers", os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        done = command(root, "course", "grade", "powers")
    finally:
        os.close(folder)
    assert done.returncode == 0
    assert "s05, powers: is being graded by another run" in done.stdout
    assert "s05" not in points(root)
    assert "1 submissions graded" in command(root, "course", "grade", "powers").stdout


def test_a_record_that_lacks_a_test_is_said_and_left_as_it_is(root: Path) -> None:
    assert command(root, "course", "grade", "powers", "--student", "s01").returncode == 0
    with contextlib.closing(sqlite3.connect(root / "gradebook.db")) as db, db:
        (cell,) = db.execute("SELECT id FROM base_cell WHERE name = 'cube_value' AND type = 'GradeCell'").fetchone()
        assert db.execute("DELETE FROM grade WHERE cell_id = ?", [cell]).rowcount == 1
    before = points(root)
    done = command(root, "course", "grade", "powers", "--student", "s01", "--force")
    assert done.returncode == 1
    assert "was made for another release: it has no cube_value" in " ".join(done.stdout.split())
    assert points(root) == before == {"s01": {"square_value": 2.0}}


def test_what_cannot_begin_says_what_to_do(root: Path) -> None:
    for arguments, says in (
        (["nothing"], "There is no lesson 'nothing'"),
        (["powers", "--student", "nobody"], "nobody has not handed in powers"),
        (["powers", "--scheduler", "tcp://127.0.0.1:9"], "No scheduler answers at tcp://127.0.0.1:9"),
    ):
        done = command(root, "course", "grade", *arguments)
        assert done.returncode == 2
        assert says in done.stderr
    (root / "gradebook.db").unlink()
    assert "run `course release powers` first" in command(root, "course", "grade", "powers").stderr
