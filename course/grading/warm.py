"""The caller's side of the warm interpreter: run cells in a fresh process, and always get an outcome per cell."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

TICK = 0.2  #: seconds between two looks whether the process still lives
START = 60.0  #: seconds the interpreter may take to import its modules


class WarmInterpreter:
    """Context manager around one forking interpreter; `run` may be called from many threads at once."""

    def __init__(self, modules: Sequence[str] = ()) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="course-")
        self._path = str(Path(self._folder.name) / "interpreter")
        command = [sys.executable, "-m", "course.grading.interpreter", self._path, *modules]
        # a killed run cannot tidy up: whatever it leaves in its temporary folder goes with ours
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=self._folder.name,
            env={**os.environ, "TMPDIR": self._folder.name},
        )

    def __enter__(self) -> WarmInterpreter:
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], START)
        if not ready or self._process.stdout.readline() != b"ready\n":
            self.__exit__()
            raise RuntimeError("the interpreter that runs the answers did not start")
        return self

    def __exit__(self, *exc: object) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()
        self._folder.cleanup()

    def run(self, cells: Sequence[str], limit: float) -> list[dict[str, str] | None]:
        """Run `cells` one after the other in a process of their own, at most `limit` seconds.

        Returns an outcome per cell: None if it came to its end, else a dict with `type`, `text`, `sentence` and
        `place`. A process that dies or takes too long gives `ProcessDied` or `TooLong` for the cell it was at, and
        `NotRun` for those after it.
        """
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(self._path)
            answers = _Lines(connection, time.monotonic() + limit)
            pid = int(answers.next())
            answers.pid = pid
            connection.sendall(json.dumps({"cells": list(cells)}).encode() + b"\n")
            try:
                return self._collect(answers, len(cells), limit)
            finally:
                _end_group(pid)

    def _collect(self, answers: _Lines, n: int, limit: float) -> list[dict[str, str] | None]:
        outcomes: list[dict[str, str] | None] = []
        try:
            while len(outcomes) < n:
                outcomes.append(_checked(json.loads(answers.next())))
        except TimeoutError:
            outcomes.append(_failure("TooLong", f"it was stopped after {limit:.0f} s without having come to an end"))
        except (EOFError, ValueError):
            outcomes.append(_failure("ProcessDied", "the Python process ended while it ran"))
        return outcomes + [_failure("NotRun", "it was not run") for _ in range(n - len(outcomes))]


class _Lines:
    """Lines from a socket, until a deadline, as long as the process at the other end lives."""

    def __init__(self, connection: socket.socket, deadline: float) -> None:
        self.pid: int | None = None
        self._connection, self._deadline = connection, deadline
        self._buffer = b""

    def next(self) -> bytes:
        """The next line; TimeoutError past the deadline, EOFError when the process is gone."""
        while b"\n" not in self._buffer:
            if time.monotonic() > self._deadline:
                raise TimeoutError
            # the connection alone does not tell: a process the run left behind may hold it open
            lives = self.pid is None or _lives(self.pid)
            if select.select([self._connection], [], [], TICK if lives else 0)[0]:
                chunk = self._connection.recv(65536)
                if not chunk:
                    raise EOFError
                self._buffer += chunk
            elif not lives:
                raise EOFError
        line, self._buffer = self._buffer.split(b"\n", 1)
        return line


def _checked(outcome: Any) -> dict[str, str] | None:
    """What came back is data from a process that ran a learner's code: take it only if it has the right shape."""
    if outcome is None or (isinstance(outcome, dict) and all(isinstance(v, str) for v in outcome.values())):
        return outcome
    raise ValueError("not an outcome")


def _failure(kind: str, text: str) -> dict[str, str]:
    return {"type": kind, "text": text, "sentence": text, "place": ""}


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _end_group(pid: int) -> None:
    """End the run and all it started; it waits to be ended, so the group is still its own."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
