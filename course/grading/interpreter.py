"""A warm interpreter that forks: each run gets a fresh IPython shell within milliseconds, in a box if it is told to.

Run as `python -m course.grading.interpreter SOCKET`. Its first line of input says which modules to import and which
set-up cell the runs will begin with. Then it listens on the Unix socket and forks for every connection. Both sides
speak in lines of JSON:

    {"box": null}                                   the caller: where to run (or pid, uid and limits of a box)
    {"pid": 12}                                     the run's process, as seen from outside, if it has no box
    {"cell": "def f(): ...", "test": false, "token": "9f..."}         the caller, once per cell
    {"out": "printed\\n"}                            what the cell prints, while it does
    {"token": "9f...", "error": null, "value": null}                  the cell came to its end, or what went wrong
    {"gone": true}                                  the run's process has ended

A cell gets its token only when its turn has come, so what an earlier cell left running cannot answer for it. The
run goes on until its caller ends it. The server ends when its standard input closes, so it cannot outlive its caller.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import select
import shutil
import signal
import socket
import sys
from importlib import metadata
from typing import Any, NoReturn

from course.grading.box import FILES, HOME
from course.grading.cells import Shell, Told, make_shell, run_cell, run_test
from course.grading.confine import Limits, enter, give_up_privileges

CONNECTION = 3  #: the only descriptor besides the standard ones that a run keeps


def serve(path: str, modules: list[str], setup: str) -> None:
    """Accept connections on `path` until standard input closes."""
    shell = make_shell()
    _remember_entry_points()
    _import(modules)
    _import(_imported_by(shell, setup))
    gc.freeze()  # so that collecting garbage in a child does not copy every page
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path)
        server.listen(128)
        print("ready", flush=True)
        while sys.stdin not in (ready := select.select([server, sys.stdin], [], [], 1)[0]):
            _bury()
            if ready:
                connection, _ = server.accept()
                if os.fork() == 0:
                    _serve_one(shell, connection)
                connection.close()


def _remember_entry_points() -> None:
    """gevent asks for its plugins whenever it patches, which reads the metadata of all packages: 40 ms for each run."""
    found: Any = metadata.entry_points()
    metadata.entry_points = lambda **chosen: found.select(**chosen) if chosen else found


def _import(modules: list[str]) -> None:
    for module in modules:
        with contextlib.suppress(Exception):  # the cell that needs it will say so
            importlib.import_module(module)


def _imported_by(shell: Shell, setup: str) -> list[str]:
    """The modules that the set-up cell brings in. A child tries: this process must not be changed by the cell."""
    read, write = os.pipe()
    if os.fork() == 0:
        before = set(sys.modules)
        _silence()
        run_cell(shell, setup)
        with os.fdopen(write, "w") as out:
            json.dump(sorted(set(sys.modules) - before), out)
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as answer, contextlib.suppress(ValueError):
        found: list[str] = json.load(answer)
        return found
    return []


def _bury() -> None:
    """Collect children that have ended, so that their CPU time counts as ours."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _serve_one(shell: Shell, connection: socket.socket) -> NoReturn:
    """Start the run in a child of this process, and tell when it has gone: it may leave others that hold the line."""
    try:
        os.dup2(connection.fileno(), CONNECTION)
        os.closerange(CONNECTION + 1, os.sysconf("SC_OPEN_MAX"))
        told = Told(CONNECTION)
        order = told.receive()
        if order["box"]:
            enter(order["box"]["pid"])
        pid = os.fork()
        if pid == 0:
            _run(shell, told, order["box"])
        told.send({"pid": pid})
        os.waitpid(pid, 0)
        told.send({"gone": True})
    except (BrokenPipeError, ConnectionResetError):
        pass  # the caller has seen enough
    finally:
        os._exit(0)


def _run(shell: Shell, told: Told, box: dict[str, Any] | None) -> NoReturn:
    try:
        os.setsid()  # one process group for the run and all it starts, so that all of it can be ended
        signal.signal(signal.SIGINT, signal.default_int_handler)
        _silence()
        if box:
            os.chdir(HOME)
            give_up_privileges(box["uid"])
            _fetch_files()
            Limits(**box["limits"]).apply()
        sys.path.append(os.getcwd())  # at the end: a `random.py` of the learner's must not shadow the real one
        sys.stdout = sys.stderr = told
        while True:
            order = told.receive()
            outcome = (run_test if order["test"] else run_cell)(shell, order["cell"])
            told.send({"token": order["token"], **outcome})
    finally:
        os._exit(0)


def _fetch_files() -> None:
    """The run's own copy of the files handed in beside the notebook."""
    for entry in os.scandir(FILES) if os.path.isdir(FILES) else ():
        copy = shutil.copytree if entry.is_dir() else shutil.copy
        copy(entry.path, os.path.join(HOME, entry.name))


def _silence() -> None:
    """Give the run a standard input that is empty and outputs that go nowhere."""
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(null, descriptor)
    os.close(null)


if __name__ == "__main__":
    serve(sys.argv[1], **json.loads(os.fdopen(os.dup(0), "rb", 0).readline()))
