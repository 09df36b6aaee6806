"""A real Dask cluster on loopback: the class comes out the same, also when a worker is killed in the middle."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.grading.small_class import POINTS, SQUARE, answered, body, hand_in, small_course
from tests.grading.test_class_of_bad_cases import command, found
from tests.tiny_course import ROOT

pytest.importorskip("distributed")
pytestmark = pytest.mark.skipif(shutil.which("bwrap") is None, reason="bubblewrap is not installed")
QUIET = {"DASK_DISTRIBUTED__DASHBOARD__LINK": "", "DASK_DISTRIBUTED__WORKER__MEMORY__TERMINATE": "0"}


@contextlib.contextmanager
def dask(*arguments: str, cwd: Path) -> Iterator[subprocess.Popen[bytes]]:
    environment = {**os.environ, **QUIET, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:], "--no-dashboard"],
        cwd=cwd,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with dask("scheduler", "--host", "127.0.0.1", "--port", str(port), cwd=tmp_path):
        yield f"tcp://127.0.0.1:{port}"


def wait_for_workers(address: str, n: int) -> None:
    from distributed import Client

    with Client(address, timeout=30, set_as_default=False) as client:
        client.wait_for_workers(n, timeout=60)


def test_a_cluster_grades_as_one_machine_does_also_when_a_worker_is_killed(tmp_path: Path, scheduler: str) -> None:
    root = tmp_path / "course"
    small_course(root)
    names = [f"s{n:02}" for n in range(8)]
    note = tmp_path / "first"
    for name in names:
        hand_in(root, name, answered(root, SQUARE if name != "s03" else body("os._exit(1)")))
    worker = ("worker", scheduler, "--nthreads", "2", "--no-nanny", "--host", "127.0.0.1")
    with dask(*worker, cwd=tmp_path) as victim, dask(*worker, cwd=tmp_path):
        wait_for_workers(scheduler, 2)
        grading = subprocess.Popen(
            [sys.executable, "-m", "course", "grade", "powers", "--scheduler", scheduler],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=open(note, "w"),  # noqa: SIM115
            stderr=subprocess.STDOUT,
        )
        while grading.poll() is None and not list(root.glob("autograded/*/powers")):
            with contextlib.suppress(subprocess.TimeoutExpired):
                grading.wait(0.05)
        victim.send_signal(signal.SIGKILL)
        assert grading.wait(120) == 0, note.read_text()
    points = {student: it[0] for student, it in found(root).items()}
    assert points == {name: {**POINTS, "square_value": 0.0 if name == "s03" else 2.0} for name in names}


def test_a_cluster_without_workers_says_so(tmp_path: Path, scheduler: str) -> None:
    from distributed import Client

    with Client(scheduler, timeout=30, set_as_default=False):
        pass  # the scheduler is up
    root = small_course(tmp_path / "course")
    hand_in(root, "s00", answered(root))
    done = command(root, "course", "grade", "powers", "--scheduler", scheduler)
    assert done.returncode == 2
    assert "has no workers" in done.stderr
