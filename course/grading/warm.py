"""The caller's side of the warm interpreter: start it, and run cells in a fresh process of it, boxed or not."""

from __future__ import annotations

import json
import os
import select
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from course.grading.box import HOME, command, package
from course.grading.confine import Limits
from course.grading.conversation import Conversation
from course.grading.line import START, Line
from course.grading.outcome import Cell, Outcome
from course.grading.python_text import modules_beside


class WarmInterpreter:
    """Context manager around one forking interpreter; `run` may be called from many threads at once."""

    PROGRAM: tuple[str, ...] = ("-m", "course.grading.interpreter")

    def __init__(self, modules: Sequence[str] = (), setup: str = "", boxed: bool = False) -> None:
        """`setup` is the cell that runs will begin with: what it imports is imported once."""
        self._boxed = boxed
        self._folder = tempfile.TemporaryDirectory(prefix="course-")
        self._path = str(Path(self._folder.name) / "interpreter")
        program = [sys.executable, *self.PROGRAM, self._path]
        self._process = subprocess.Popen(
            program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=self._folder.name, env=self._environment()
        )
        assert self._process.stdin is not None
        order = {"modules": list(modules), "setup": setup, "folder": self._folder.name}
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._process.stdin.flush()

    def _environment(self) -> dict[str, str]:
        """A boxed run sees nothing of ours. Any other leaves what it may in our temporary folder, to go with it."""
        if not self._boxed:
            return {**os.environ, "TMPDIR": self._folder.name}
        paths = [os.path.dirname(package()), *filter(None, [os.environ.get("PYTHONPATH")])]
        return {
            "PATH": os.pathsep.join([os.path.dirname(sys.executable), "/usr/bin", "/bin"]),
            "PYTHONPATH": os.pathsep.join(dict.fromkeys(paths)),
            "HOME": HOME,
            "LANG": "C.UTF-8",
            "IPYTHONDIR": self._folder.name,
            "NBGRADER_EXECUTION": "autograde",
            **{f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL")},
        }

    def __enter__(self) -> WarmInterpreter:
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], START)
        if not ready or self._process.stdout.readline() != b"ready\n":
            self.__exit__()
            raise RuntimeError("the interpreter that runs the answers did not start")
        return self

    @property
    def alive(self) -> bool:
        """Whether it can still run something."""
        return self._process.poll() is None

    @property
    def pid(self) -> int:
        """The interpreter's process."""
        return self._process.pid

    def __exit__(self, *exc: object) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()
        self._folder.cleanup()

    def abandon(self) -> None:
        """Kill it and remove its folder, without waiting for runs: they end with their boxes."""
        self._process.kill()
        self._folder.cleanup()

    def run(
        self,
        cells: Sequence[Cell],
        files: Path | None = None,
        go_on: Callable[[Sequence[Outcome]], bool] = lambda outcomes: True,
    ) -> list[Outcome]:
        """Run `cells` one after the other in a process of their own, up to the first that does not answer.

        Returns an outcome per cell, unless `go_on`, called with those there are as each comes in, says False: then the
        outcomes up to there. `files`, a folder, is copied into the box. CourseError if no box can be made.
        """
        box = {"command": command(files), "limits": asdict(Limits())} if self._boxed else None
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(self._path)
            line = Line(connection)
            run = Conversation(line, modules_beside(files, [cell.source for cell in cells if cell.kind == "own"]))
            with line.started(box):
                outcomes: list[Outcome] = []
                for cell in cells:
                    outcomes.append(run.outcome(cell))
                    if not go_on(outcomes):
                        break
                return outcomes
