"""Run one cell in a forked interpreter: the learner's as IPython does, the test's as plain Python.

A test does not go through IPython, whose transformers, display hook and `run_cell` belong to the learner's code too.
"""

from __future__ import annotations

import ast
import builtins
import getpass
import io
import json
import os
import threading
from typing import Any

from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from course.probes.guard import came_through_course, error_place, sentence

MOST_OUTPUT = 20_000  #: characters that are kept of what one cell prints
MOST_SAID = 2_000  #: characters that are kept of an exception's text

_parse, _compile, _exec, _eval = ast.parse, compile, exec, eval


class Shell(InteractiveShell):
    """A shell without a kernel: nothing runs between its cells, so there is no loop to switch on either."""

    def enable_gui(self, gui: str | None = None) -> None:
        """`%gui gevent` in a set-up cell is no error here; greenlets run while a cell waits for them."""

    def showtraceback(self, *args: Any, **kwargs: Any) -> None:
        """Instead of printing a traceback: the outcome tells what happened."""

    showsyntaxerror = showtraceback


class Told(io.TextIOBase):
    """The line to the caller; also what `print` writes to. Sends at once, so that a cell that hangs has told."""

    def __init__(self, descriptor: int) -> None:
        self._out = os.fdopen(os.dup(descriptor), "w", encoding="utf-8")
        self._in = os.fdopen(descriptor, encoding="utf-8")
        self._lock = threading.RLock()
        self._left = MOST_OUTPUT
        self._pid = 0

    def receive(self) -> dict[str, Any]:
        """The caller's next message; EOFError if there will be none."""
        line = self._in.readline()
        if not line:
            raise EOFError
        self._left, self._pid = MOST_OUTPUT, os.getpid()
        message: dict[str, Any] = json.loads(line)
        return message

    def send(self, message: dict[str, Any]) -> None:
        """One line of JSON."""
        with self._lock:
            self._out.write(json.dumps(message) + "\n")
            self._out.flush()

    def write(self, text: str) -> int:
        """Print: the first MOST_OUTPUT characters of a cell are sent, the rest is dropped."""
        if os.getpid() != self._pid:  # a process that the cell has started: it may hold a copy of a locked lock
            return len(text)
        with self._lock:
            kept = text[: self._left]
            self._left -= len(kept)
            if kept:
                self.send({"out": kept})
        return len(text)

    def writable(self) -> bool:
        return True


def make_shell() -> Shell:
    """The shell that every run starts from."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    shell = Shell.instance(config=config)
    builtins.input = _nobody_types
    getpass.getpass = _nobody_types
    warm_up: Any = shell.run_cell
    warm_up("pass")  # the first cell of all takes ten milliseconds longer
    return shell


class InputError(EOFError):
    """The learner's code asks for input. Raised by us, but no fault of ours."""


def _nobody_types(prompt: object = "", *args: Any, **kwargs: Any) -> str:
    raise InputError("input() waits for somebody to type, and nobody is there while this is graded")


def run_cell(shell: Shell, source: str) -> dict[str, Any]:
    """Run a cell of the notebook, with IPython's magics."""
    run: Any = shell.run_cell  # untyped
    result = run(source, store_history=True)
    error = result.error_before_exec or result.error_in_exec
    return {"error": error and _described(error), "value": None}


def run_test(shell: Shell, source: str) -> dict[str, Any]:
    """Run a test cell among the names that the cells before it have defined.

    `value`: that of its last expression, for partial credit: None, a number, or a sentence about anything else.
    """
    try:
        tree = _parse(source)
    except SyntaxError as error:
        return {"error": {**_described(error), "ours": "yes"}, "value": None}
    try:
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        _exec(_compile(tree, "<string>", "exec"), shell.user_ns)
        value = None
        if isinstance(last, ast.Expr) and not isinstance(last.value, ast.Constant):
            value = _eval(_compile(ast.Expression(last.value), "<string>", "eval"), shell.user_ns)
    except BaseException as error:  # SystemExit and KeyboardInterrupt are outcomes like any other
        trace = error.__traceback__
        return {"error": _described(error.with_traceback(trace and trace.tb_next)), "value": None}
    return {"error": None, "value": value if type(value) in (int, float, type(None)) else type(value).__name__}


def _described(error: BaseException) -> dict[str, str]:
    """What went wrong, where, and whether that was a fault of ours."""
    said = sentence(error)[:MOST_SAID]
    return {
        "type": type(error).__name__,
        "text": said.removeprefix(type(error).__name__).removeprefix(": "),
        "sentence": said,
        "place": error_place(error),
        "ours": "yes" if came_through_course(error) and not isinstance(error, InputError) else "",
    }
