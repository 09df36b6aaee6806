"""The caller's side of the warm interpreter: run cells in a fresh process, boxed or not, and always get an outcome."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from course.errors import CourseError
from course.grading.box import HOME, command, package
from course.grading.confine import Limits
from course.grading.evidence import CHECK, read, written
from course.grading.failure import described, failure
from course.grading.letters import KEY, SIGNATURE, seal_letter, sign
from course.grading.python_text import modules_beside
from course.grading.referee import Referee
from course.grading.signs import Beside, Sign, signs

START = 60.0  #: seconds the interpreter may take to import its modules
LONGEST = 1 << 20  #: bytes of one line; what a run prints comes in pieces far smaller
MOST = 4 << 20  #: bytes that one run may send altogether
REACHED = "Your code reached into Python's own insides. No points are given for that: a person will look at it."
NOT_PUBLIC = (
    "Your answer {what}. Answers need public names only: "
    "do without it, or there are no points until somebody has looked."
)
SKIPPED = "The check came to its end without having looked at everything: no points are given for that."


@dataclass(frozen=True)
class Cell:
    """Something to run: `limit` in seconds; a `test` runs as plain Python and may end with a partial score.

    A run may begin with the course's own `setup`: what that changes is no tampering.
    """

    source: str
    limit: float
    test: bool = False
    setup: bool = False

    @property
    def kind(self) -> str:
        return "test" if self.test else "setup" if self.setup else "own"


@dataclass
class Outcome:
    """What became of a cell. `error` is None if it came to its end, else it has `type`, `text`, `sentence`, `place`
    and `ours`; types `ProcessDied`, `TooLong` and `NotRun` tell of what no cell can tell itself. `value` is what a
    test ended with: None, a number, or the name of another type. `seen`: signs of tampering, a sentence each.
    """

    error: dict[str, str] | None = None
    output: str = ""
    value: float | str | None = None
    seen: list[str] = field(default_factory=list)


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
            run = _Run(connection, modules_beside(files, [cell.source for cell in cells if cell.kind == "own"]))
            with run.started(box):
                outcomes: list[Outcome] = []
                for cell in cells:
                    outcomes.append(run.outcome(cell))
                    if not go_on(outcomes):
                        break
                return outcomes


@dataclass
class _Run:
    """One process that runs cells, as long as it answers."""

    connection: socket.socket
    beside: Beside
    lost: dict[str, str] | None = None
    _buffer: bytes = b""
    _received: int = 0
    _pieces: list[str] = field(default_factory=list)
    _seen: list[str] = field(default_factory=list)
    _key: bytes = field(default_factory=lambda: secrets.token_bytes(KEY))
    _letters: int = 0
    _reports: int = 0
    _token: str = ""
    _deadline: float = 0.0
    _setup: str = ""
    _reached: bool = False
    _grave: Sign | None = None

    @contextlib.contextmanager
    def started(self, box: dict[str, Any] | None) -> Iterator[None]:
        """Start the process; end it and all it has started at last. CourseError if it is to have a box and has none."""
        self._send(json.dumps({"box": box, "key": self._key.hex()}).encode() + b"\n")
        answer = self._next(time.monotonic() + START)
        if "no box" in answer:
            raise CourseError(answer["no box"])
        if not isinstance(pid := answer.get("pid"), int):
            raise RuntimeError("the interpreter that runs the answers could not enter the box")
        try:
            yield
        finally:
            if box:
                self._close_the_box()
            else:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(pid, signal.SIGKILL)

    def _close_the_box(self) -> None:
        """Hang up, and wait until everybody in the box has gone: only then does the line end."""
        self.connection.settimeout(START)
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_WR)
            while self.connection.recv(65536):
                pass

    def outcome(self, cell: Cell) -> Outcome:
        """Run one cell. What comes back is data from a process that runs a learner's code: it has to be in shape."""
        if self.lost:
            return Outcome(failure("NotRun", "it was not run"))
        self._pieces, self._seen = [], []
        self._token, self._deadline = secrets.token_hex(16), time.monotonic() + cell.limit
        error, value = None, None
        try:
            if cell.test:
                error, value = self._judged(cell.source)
            else:
                if cell.setup:
                    self._setup += cell.source
                else:
                    self._look_at(cell.source)
                error = self._ask(cell=cell.source, kind=cell.kind, token=self._token)["error"]
        except TimeoutError:
            error = self.lost = failure("TooLong", f"stopped after {cell.limit:.0f} s")
        except (EOFError, ValueError, OSError, RecursionError):
            error = self.lost = failure("ProcessDied", "the Python process ended while it ran")
        return Outcome(_error(error), "".join(self._pieces), value, self._seen)

    def _look_at(self, source: str) -> None:
        """What stands in the text counts whatever its running may do to the witness and the seal."""
        found = signs(source, self._setup, self.beside)
        self._seen += map(str, found)
        self._grave = self._grave or next((sign for sign in found if sign.grave), None)

    def _judged(self, source: str) -> tuple[dict[str, str] | None, float | str | None]:
        """Run a test: its drive over there, its asserts here. What is wrong, and the score that it ended with."""
        try:
            referee = Referee(source, self._setup)
        except SyntaxError as error:
            return {**described(error), "ours": "yes"}, None
        message = self._ask(cell=referee.drive, kind="test", token=self._token)
        while message["error"] is None and "show" in message:
            wrong = self._heard(referee, message)
            if wrong is not None:
                return wrong, None
            message = self._ask(call=None)
        if message["error"] is None and self._reached:  # said here: who has a frame of ours can report what it likes
            return failure("AssertionError", REACHED), None
        if self._grave and (message["error"] is None or message["error"]["ours"]):
            return failure("AssertionError", NOT_PUBLIC.format(what=self._grave)), None
        if message["error"] is None and referee.unheard:
            return failure("AssertionError", SKIPPED), None
        return message["error"], _score(referee.value)

    def _heard(self, referee: Referee, message: dict[str, Any]) -> dict[str, str] | None:
        """What the referee finds wrong with what it is shown. EOFError, ValueError and so on if it is no evidence."""
        question = referee.question(message["show"], message["names"])
        try:
            question(self._call)
        except _CallFailed as failed:
            return failed.error
        except _Lost as lost:
            raise lost.why from None
        except Exception as error:
            return described(_from_check_on(error))
        return None

    def _call(self, name: str, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        """Call a function of the run's for the referee."""
        try:
            args, kwargs = json.loads(written(arguments)), json.loads(written(named))
            answer = self._ask(call=name, args=args, named=kwargs)
            if answer["error"] is not None:
                raise _CallFailed(answer["error"])
            return read(answer["value"])
        except (TimeoutError, EOFError, ValueError, OSError, RecursionError) as error:
            raise _Lost(error) from None

    def _ask(self, **order: Any) -> dict[str, Any]:
        """Send an order; the answer."""
        self._send(seal_letter(self._key, self._letters, order))
        self._letters += 1
        while True:
            message = self._next(self._deadline)
            if isinstance(piece := message.get("out"), str):
                self._pieces.append(clean(piece))
            elif isinstance(sign := message.get("seen"), str):
                self._seen.append(clean(sign))
                self._reached = self._reached or bool(message.get("grave"))
            elif message.get("token") == self._token:
                return {**message, "error": _error(message["error"])}
            else:
                raise EOFError  # it is gone, or talks nonsense

    def _send(self, line: bytes) -> None:
        self.connection.settimeout(START)
        self.connection.sendall(line)

    def _next(self, deadline: float) -> dict[str, Any]:
        """The next message; TimeoutError past the deadline, EOFError when the process is gone or has said too much."""
        while b"\n" not in self._buffer:
            self.connection.settimeout(max(0.001, deadline - time.monotonic()))
            chunk = self.connection.recv(65536)
            self._buffer += chunk
            self._received += len(chunk)
            if not chunk or len(self._buffer) > LONGEST or self._received > MOST:
                raise EOFError
            if time.monotonic() > deadline:
                raise TimeoutError
        line, self._buffer = self._buffer.split(b"\n", 1)
        signed = not line.startswith(b"{")
        if signed:
            signature, line = line[:SIGNATURE], line[SIGNATURE:]
            if signature != sign(b"report" + self._key, self._reports, line + b"\n"):
                raise EOFError
            self._reports += 1
        message = json.loads(line)
        if not isinstance(message, dict) or (not signed and not {"token", "seen"}.isdisjoint(message)):
            raise ValueError("not a message")
        return message


def clean(text: str) -> str:
    """`text` without what cannot be written to a file (half of a surrogate pair)."""
    return text.encode("utf-8", "replace").decode()


def _error(error: Any) -> dict[str, str] | None:
    if error is None:
        return None
    if isinstance(error, dict) and set(error) == {"type", "text", "sentence", "place", "ours"}:
        return {name: clean(str(text)) for name, text in error.items()}
    raise ValueError("not an outcome")


def _from_check_on(error: Exception) -> Exception:
    """`error` without the frames of ours that led to the test; all of them if it never came that far."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename != CHECK:
        trace = trace.tb_next
    return error.with_traceback(trace or error.__traceback__)


def _score(value: Any) -> float | str | None:
    return value if type(value) in (int, float, type(None)) else type(value).__name__


class _CallFailed(Exception):
    """A function that the referee called has failed."""

    def __init__(self, error: dict[str, str]) -> None:
        super().__init__(error["sentence"])
        self.error = error


class _Lost(BaseException):
    """The run was lost while the referee waited for it. Not an Exception: no test may take it for one."""

    def __init__(self, why: Exception) -> None:
        super().__init__()
        self.why = why
