"""A warm interpreter that forks: each run gets a fresh IPython shell within milliseconds.

Run as `python -m course.grading.interpreter SOCKET MODULE...`. It imports the modules once, listens on the Unix
socket and forks for every connection. The child reads one line of JSON, `{"cells": [source, ...]}`, runs the
cells one after the other and answers in lines of JSON: first its pid, then one outcome per cell, `null` or what
went wrong. It stays until it is killed with its process group; the caller does that when it has seen enough. The
server ends when its standard input closes, so it cannot outlive its caller.
"""

from __future__ import annotations

import importlib
import json
import os
import select
import signal
import socket
import sys
from typing import Any, TextIO

from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from course.probes.guard import came_through_course, error_place, sentence


def serve(path: str, modules: list[str]) -> None:
    """Accept connections on `path` until standard input closes."""
    for module in modules:
        importlib.import_module(module)
    shell = _shell()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the children: let the kernel reap them
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path)
        server.listen(128)
        print("ready", flush=True)
        while sys.stdin not in select.select([server, sys.stdin], [], [])[0]:
            connection, _ = server.accept()
            if os.fork() == 0:
                server.close()
                _child(shell, connection)
            connection.close()


class Shell(InteractiveShell):
    """A shell without a kernel: nothing runs between its cells, so there is no loop to switch on either."""

    def enable_gui(self, gui: str | None = None) -> None:
        """`%gui gevent` in a set-up cell is no error here; greenlets run while a cell waits for them."""


def _shell() -> InteractiveShell:
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    shell = Shell.instance(config=config)
    shell.showtraceback = _say_nothing  # type: ignore[method-assign]
    shell.showsyntaxerror = _say_nothing  # type: ignore[method-assign]
    return shell


def _say_nothing(*args: Any, **kwargs: Any) -> None:
    """Instead of printing a traceback: the outcome tells what happened, and nobody reads this terminal."""


def _child(shell: InteractiveShell, connection: socket.socket) -> None:
    os.setsid()  # one process group for the run and all it starts, so that all of it can be ended
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    lines = connection.makefile("rw")
    connection.close()
    _silence()
    try:
        _tell(lines, os.getpid())
        for source in json.loads(lines.readline())["cells"]:
            _tell(lines, _run(shell, source))
        lines.readline()  # stays until killed, so that its process group is sure to be its own
    finally:
        os._exit(0)


def _silence() -> None:
    """Give the run a standard input that is empty and outputs that go nowhere."""
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(null, descriptor)


def _tell(lines: TextIO, message: Any) -> None:
    lines.write(json.dumps(message) + "\n")
    lines.flush()


def _run(shell: InteractiveShell, source: str) -> dict[str, str] | None:
    """Run one cell; None if it came to its end, else what went wrong, where, and whether that was a fault of ours."""
    result = shell.run_cell(source, store_history=True)
    error = result.error_before_exec or result.error_in_exec
    if error is None:
        return None
    text = " ".join(str(error).split())
    return {
        "type": type(error).__name__,
        "text": text,
        "sentence": sentence(error),
        "place": error_place(error),
        "ours": "yes" if came_through_course(error) else "",
    }


if __name__ == "__main__":
    serve(sys.argv[1], sys.argv[2:])
