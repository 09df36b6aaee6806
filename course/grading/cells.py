"""Run one cell in a forked interpreter: the learner's as IPython does, the test's as plain Python.

A test does not go through IPython, whose transformers, display hook and `run_cell` belong to the learner's code too.
"""

from __future__ import annotations

import ast
import builtins
import getpass
from typing import Any

from traitlets.config import Config

from course.grading.shell import Shell
from course.probes.guard import came_through_course, error_place, sentence

MOST_SAID = 2_000  #: characters that are kept of an exception's text

CHECK = "<check>"  #: the file name of a test's code; what a learner compiles is called otherwise
BUILTINS = frozenset(dir(builtins))

_parse, _compile, _exec, _eval = ast.parse, compile, exec, eval


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


def names_for_test(shell: Shell, of_setup: dict[str, Any]) -> dict[str, Any]:
    """What a test may use: the learner's names, but the set-up cell's and Python's own mean what they always do."""
    learners = {name: value for name, value in shell.user_ns.items() if name not in BUILTINS}
    return {**learners, **of_setup, "__builtins__": builtins}


def run_test(source: str, names: dict[str, Any]) -> dict[str, Any]:
    """Run a test cell among these names.

    `value`: that of its last expression, for partial credit: None, a number, or a sentence about anything else.
    """
    try:
        tree = _parse(source)
    except SyntaxError as error:
        return {"error": {**_described(error), "ours": "yes"}, "value": None}
    try:
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        _exec(_compile(tree, CHECK, "exec"), names)
        value = None
        if isinstance(last, ast.Expr) and not isinstance(last.value, ast.Constant):
            value = _eval(_compile(ast.Expression(last.value), CHECK, "eval"), names)
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
        "ours": "yes" if came_through_course(error) and not _theirs(error) else "",
    }


def _theirs(error: BaseException) -> bool:
    """What learners' code does to us: somebody is asked, interrupted, or left without memory, threads or files."""
    return isinstance(error, InputError | KeyboardInterrupt | MemoryError | OSError) or "new thread" in str(error)
