"""Run one cell in a forked interpreter: the learner's as IPython does, a test's drive as plain Python.

A test does not go through IPython, whose transformers, display hook and `run_cell` belong to the learner's code too.
"""

from __future__ import annotations

import builtins
import getpass
from typing import Any

from traitlets.config import Config

from course.grading.evidence import CHECK
from course.grading.failure import InputError, described
from course.grading.shell import Shell

BUILTINS = frozenset(dir(builtins))

_compile, _exec = compile, exec


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
    stays: Any = shell.builtin_trap.__enter__
    stays()  # what IPython adds to the builtins is there from now on: it would change them around each cell
    return shell


def _nobody_types(prompt: object = "", *args: Any, **kwargs: Any) -> str:
    raise InputError("input() waits for somebody to type, and nobody is there while this is graded")


def run_cell(shell: Shell, source: str) -> dict[str, Any]:
    """Run a cell of the notebook, with IPython's magics."""
    run: Any = shell.run_cell  # untyped
    result = run(source, store_history=True)
    error = result.error_before_exec or result.error_in_exec
    return {"error": error and described(error)}


def names_for_test(shell: Shell, of_setup: dict[str, Any]) -> dict[str, Any]:
    """What a test may use: the learner's names, but the set-up cell's and Python's own mean what they always do."""
    learners = {name: value for name, value in shell.user_ns.items() if name not in BUILTINS}
    return {**learners, **of_setup, "__builtins__": builtins}


def drive(source: str, names: dict[str, Any]) -> dict[str, Any]:
    """Run a test's drive among these names."""
    try:
        _exec(_compile(source, CHECK, "exec"), names)
    except BaseException as error:  # SystemExit and KeyboardInterrupt are outcomes like any other
        trace = error.__traceback__
        return {"error": described(error.with_traceback(trace and trace.tb_next))}
    return {"error": None}
