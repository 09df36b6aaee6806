"""The caller's side of one run: cell by cell it gives orders, hears what the run shows, and always has an outcome."""

from __future__ import annotations

import json
import secrets
import time
from dataclasses import dataclass, field
from typing import Any

from course.grading.evidence import CHECK, read, written
from course.grading.failure import described, failure
from course.grading.line import Line
from course.grading.outcome import Cell, Outcome
from course.grading.reader import NO_PYTHON, Beside, Sign
from course.grading.referee import Referee
from course.grading.signs import signs

REACHED = "Your code reached into Python's own insides. No points are given for that: a person will look at it."
NOT_PUBLIC = (
    "Your answer {what}. Answers need public names only: "
    "do without it, or there are no points until somebody has looked."
)
SKIPPED = "The check came to its end without having looked at everything: no points are given for that."


@dataclass
class Conversation:
    """One process that runs cells, as long as it answers."""

    line: Line
    beside: Beside
    lost: dict[str, str] | None = None
    _pieces: list[str] = field(default_factory=list)
    _seen: list[str] = field(default_factory=list)
    _token: str = ""
    _deadline: float = 0.0
    _setup: str = ""
    _reached: bool = False
    _grave: Sign | None = None

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
        self._seen += [str(sign) for sign in found if sign is not NO_PYTHON]
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
        self.line.order(order)
        while True:
            message = self.line.next(self._deadline)
            if isinstance(piece := message.get("out"), str):
                self._pieces.append(clean(piece))
            elif isinstance(sign := message.get("seen"), str):
                self._seen.append(clean(sign))
                self._reached = self._reached or bool(message.get("grave"))
            elif message.get("token") == self._token:
                return {**message, "error": _error(message["error"])}
            else:
                raise EOFError  # it is gone, or talks nonsense


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
