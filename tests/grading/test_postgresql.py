"""A real PostgreSQL server on loopback as gradebook: release, grade, and the same points as with SQLite."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from course.release import nbgrader
from tests.grading.small_class import POINTS, SQUARE, answered, body, hand_in, small_course
from tests.grading.test_class_of_bad_cases import command

pytest.importorskip("psycopg")


def program(name: str) -> str | None:
    """Debian keeps the server's programs off the PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(found[-1]) if found else shutil.which(name)


pytestmark = pytest.mark.skipif(
    not all(map(program, ("initdb", "postgres", "bwrap"))), reason="PostgreSQL's server or bubblewrap is not installed"
)


@pytest.fixture
def folder() -> Iterator[Path]:
    """One that the server's user can reach: pytest's own are closed to others."""
    with tempfile.TemporaryDirectory(prefix="postgresql-") as name:
        yield Path(name)


@pytest.fixture
def url(folder: Path) -> Iterator[str]:
    become: list[str] = []
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        user = next((it for it in pwd.getpwall() if it.pw_name == "postgres"), pwd.getpwnam("nobody"))
        become = ["setpriv", "--reuid", str(user.pw_uid), "--regid", str(user.pw_gid), "--clear-groups"]
        os.chown(folder, user.pw_uid, user.pw_gid)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = str(probe.getsockname()[1])
    data = str(folder / "data")
    quiet = {"cwd": "/", "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    make = [*become, program("initdb") or "", "-D", data, "-U", "course", "--auth=trust", "--no-sync"]
    if subprocess.run(make, **quiet).returncode:  # type: ignore[call-overload]
        pytest.skip("this user cannot set up a PostgreSQL server here")
    options = ["-D", data, "-h", "127.0.0.1", "-p", port, "-k", str(folder), "-F"]
    server = subprocess.Popen([*become, program("postgres") or "", *options], **quiet)  # type: ignore[call-overload]
    try:
        import psycopg

        for _ in range(600):
            try:
                psycopg.connect(f"postgresql://course@127.0.0.1:{port}/postgres").close()
                break
            except psycopg.OperationalError:
                subprocess.run(["sleep", "0.1"], check=True)  # it tells nobody when it is ready
        yield f"postgresql+psycopg://course@127.0.0.1:{port}/postgres"
    finally:
        server.terminate()
        server.wait(30)


def test_grading_into_postgresql(tmp_path: Path, url: str) -> None:
    root = small_course(tmp_path)
    nbgrader(root, "generate_assignment", "powers", "--force", f"--CourseDirectory.db_url={url}")
    (root / "gradebook.db").unlink()
    hand_in(root, "ada", answered(root))
    hand_in(root, "bob", answered(root, body("os._exit(1)")))
    hand_in(root, "eve", answered(root, SQUARE, "def cube(n):\n    return 27"))
    done = command(root, "course", "grade", "powers", "--db", url)
    assert done.returncode == 0, done.stderr
    again = command(root, "course", "grade", "powers", "--db", url)
    assert "3 were graded before" in again.stdout
    with Gradebook(url) as gradebook:
        submissions = {it.student.id: it for it in gradebook.assignment_submissions("powers")}
        grades = {name: [grade for nb in it.notebooks for grade in nb.grades] for name, it in submissions.items()}
        points = {name: {grade.name: grade.auto_score for grade in them} for name, them in grades.items()}
    assert points == {"ada": POINTS, "bob": {**POINTS, "square_value": 0}, "eve": POINTS}
    assert not (root / "gradebook.db").exists()
