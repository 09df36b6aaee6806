"""A warm interpreter that forks: each run gets a fresh IPython shell within milliseconds, in a box if it is told to.

Run as `python -m course.grading.interpreter SOCKET`. Its first line of input says which modules to import and which
set-up cell the runs will begin with. Then it listens on the Unix socket and forks for every connection. Both sides
speak in lines of JSON:

    {"box": null, "key": "07..."}                   the caller: where to run (or a box's command and limits)
    {"pid": 12}                                     the run's process, as seen from outside, if it has no box
    {"cell": "def f(): ...", "kind": "own", "token": "9f..."}         the caller, once per cell, under the key
    {"out": "printed\\n"}                            what the cell prints, while it does
    {"seen": "gc.get_objects (line 3 ...)", "grave": true}            the learner's code reaches for its judge
    {"token": "9f...", "show": 0, "names": {"log": ...}}              a test's drive shows what it is to show
    {"call": "square", "args": ..., "named": ...}   the caller, under the key: call this; or {"call": null}: go on
    {"token": "9f...", "error": null, "value": 9}   what came of the call
    {"token": "9f...", "error": null}               the cell came to its end, or what went wrong
    {"gone": true}                                  the run's process has ended

Of a test the run gets the drive only; what is expected stays with the caller (`referee.py`). A cell gets its token
only when its turn has come, so what an earlier cell left running cannot answer for it. The run goes on until its
caller ends it. The server ends when its standard input closes, so it cannot outlive its caller.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import select
import shutil
import socket
import sys
from typing import NoReturn

from course.errors import CourseError
from course.grading.box import Box
from course.grading.cells import make_shell, run_cell
from course.grading.confine import Limits, enter
from course.grading.memory_watch import EVERY, MemoryWatch
from course.grading.public_names import OFTEN, PARTLY, STANDARD
from course.grading.reports import CONNECTION, say
from course.grading.run import run, silence
from course.grading.shell import Shell, remember_entry_points
from course.grading.written_down import Written, write_down


def serve(path: str, modules: list[str], setup: str, folder: str) -> None:
    """Accept connections on `path` until standard input closes, then remove `folder`: who called may be dead."""
    shell = make_shell()
    remember_entry_points()
    _import(modules)
    _import(_imported_by(shell, setup))
    _import(sorted(STANDARD.union(OFTEN, PARTLY)))  # what lies in the answer's folder cannot take their place
    sealed = write_down()
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
                    _serve_one(shell, sealed, connection)
                connection.close()
    os.chdir("/")  # out of the folder: IPython asks where it is when it ends
    shutil.rmtree(folder, ignore_errors=True)


def _import(modules: list[str]) -> None:
    for module in modules:
        with contextlib.suppress(Exception):  # the cell that needs it will say so
            importlib.import_module(module)


def _imported_by(shell: Shell, setup: str) -> list[str]:
    """The modules that the set-up cell brings in. A child tries: this process must not be changed by the cell."""
    read, write = os.pipe()
    if os.fork() == 0:
        before = set(sys.modules)
        silence()
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


def _serve_one(shell: Shell, sealed: Written, connection: socket.socket) -> NoReturn:
    """Start the run in a child of this process, in a box if it is to have one, and end it when the caller hangs up.

    Tell when it has gone: it may leave others that hold the line.
    """
    try:
        os.dup2(connection.fileno(), CONNECTION)
        os.closerange(CONNECTION + 1, os.sysconf("SC_OPEN_MAX"))
        lines = os.fdopen(os.dup(CONNECTION), "rb")
        order = json.loads(lines.readline())
        key, limits = bytes.fromhex(order["key"]), order["box"] and Limits(**order["box"]["limits"])
        watch = MemoryWatch(limits.together) if limits else None
        with Box(order["box"]["command"]) if order["box"] else contextlib.nullcontext() as box:
            if box:
                enter(box.pid)
            pid = os.fork()
            if pid == 0:
                os.closerange(lines.fileno() + 1, os.sysconf("SC_OPEN_MAX"))
                run(shell, sealed, lines, (box.uid, limits) if box else None, key)
            say({"pid": pid})
            _await_the_end(pid, watch)
        os.waitpid(pid, 0)  # so that its CPU time counts as ours
    except CourseError as error:
        say({"no box": str(error)})
    except (BrokenPipeError, ConnectionResetError, ValueError):
        pass  # the caller has seen enough
    finally:
        os._exit(0)


def _await_the_end(pid: int, memory: MemoryWatch | None) -> None:
    """Wait until the caller hangs up, or the box takes too much memory. Should the run end before, say so."""
    events = select.poll()
    events.register(CONNECTION, select.POLLRDHUP)
    run = os.pidfd_open(pid)
    events.register(run, select.POLLIN)
    while not (memory and memory.too_much):
        happened = [descriptor for descriptor, _ in events.poll(EVERY * 1000 if memory else None)]
        if CONNECTION in happened:
            return
        if happened:
            events.unregister(run)
            say({"gone": True})


if __name__ == "__main__":
    # by its own name it is under seal; what was __main__ is kept by IPython, where learners' code finds it
    importlib.import_module("course.grading.interpreter").serve(
        sys.argv[1], **json.loads(os.fdopen(os.dup(0), "rb", 0).readline())
    )
