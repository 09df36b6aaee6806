"""How a process was started is what it was started with, not what it says."""

from __future__ import annotations

import subprocess
import sys
from multiprocessing import get_context
from multiprocessing.connection import Connection

import pytest

from course.probes.process_kind import CAN_TELL, kind_of

pytestmark = pytest.mark.skipif(not CAN_TELL, reason="needs /proc")


def _wait(end: Connection) -> None:
    end.send("here")  # until it runs its own program it has its parent's command line
    end.recv()


@pytest.mark.parametrize(
    ("method", "kind"), [("fork", "ForkProcess"), ("spawn", "SpawnProcess"), ("forkserver", "ForkServerProcess")]
)
def test_processes_of_multiprocessing(method: str, kind: str) -> None:
    context = get_context(method)
    here, there = context.Pipe()
    process = context.Process(target=_wait, args=(there,), daemon=True)  # type: ignore[attr-defined]
    process.start()
    try:
        assert here.recv() == "here"
        assert kind_of(process.pid) == kind
    finally:
        here.send("over")
        process.join()


@pytest.mark.parametrize(
    "program",
    [
        "input()",
        "input('multiprocessing.spawn')",
        "from multiprocessing.spawn import spawn_main; spawn_main(pipe_handle=int(input()))",
        "from multiprocessing.spawn import spawn_main; input()",
    ],
)
def test_a_process_that_only_says_so(program: str) -> None:
    with subprocess.Popen([sys.executable, "-c", program, "multiprocessing.spawn"], stdin=subprocess.PIPE) as process:
        assert kind_of(process.pid) == "another process"
        process.kill()
