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

Before a test all that checks rely on is put back as it was before the learner's first line (`seal.py`), and looked at
again before anything is shown. From that first line on a witness listens (`witness.py`).
"""

from __future__ import annotations

import _thread
import contextlib
import gc
import importlib
import json
import mmap
import os
import select
import shutil
import signal
import socket
import sys
from collections.abc import Callable
from json.encoder import encode_basestring_ascii as _quoted
from pathlib import Path
from typing import Any, NoReturn

from course.errors import CourseError
from course.grading.box import FILES, HOME, Box
from course.grading.cells import drive, make_shell, names_for_test, run_cell
from course.grading.confine import Limits, adopt_orphans, enter, give_up_privileges
from course.grading.evidence import CHECK, SHOW, read, written
from course.grading.failure import described
from course.grading.letters import open_letter, sign
from course.grading.memory_watch import EVERY, MemoryWatch, go_first
from course.grading.public_names import PARTLY, STANDARD
from course.grading.python_text import modules_beside
from course.grading.seal import Written, put_back, write_again, write_down
from course.grading.shell import Printed, Shell, remember_entry_points
from course.grading.witness import MOST, watch
from course.probes.guard import FOREIGN
from course.probes.patience import one_test_only

Seen = Callable[[], tuple[int, int]]
Put = Callable[[Written], list[str]]
Look = Callable[[], dict[str, str] | None]

RESERVE = 2 << 20  #: bytes kept back for what is to be done when the learner's code has taken all it may
LARGEST = 800_000  #: characters that a test may be shown at once; a line may be a little longer
_write = os.write
_line: dict[str, Any] = {"key": b"", "number": 0, "turn": _thread.RLock()}  #: what a run signs its reports with
_reserve: list[mmap.mmap] = []
BY_IPYTHON = "builtins (and changed back)"  #: it does so around each cell, but not while a test runs
NICE = 7  #: how much a run stands back for whoever waits for it; more, and a busy machine would use up its guards
CONNECTION = 3  #: the only descriptor besides the standard ones that a run keeps


def serve(path: str, modules: list[str], setup: str, folder: str) -> None:
    """Accept connections on `path` until standard input closes, then remove `folder`: who called may be dead."""
    shell = make_shell()
    remember_entry_points()
    _import(modules)
    _import(_imported_by(shell, setup))
    _import(sorted(STANDARD.union(PARTLY)))  # what lies in the answer's folder cannot take their place
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
                _run(shell, sealed, lines, (box.uid, limits) if box else None, key)
            _say({"pid": pid})
            _await_the_end(pid, watch)
        os.waitpid(pid, 0)  # so that its CPU time counts as ours
    except CourseError as error:
        _say({"no box": str(error)})
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
            _say({"gone": True})


def _say(message: dict[str, Any]) -> None:
    _send(json.dumps(message).encode() + b"\n")


def _send_signed(data: bytes) -> None:
    """Who puts himself between this process and the caller can change nothing that was said, and drop nothing."""
    with _line["turn"]:
        number = _line["number"]
        _line["number"] = number + 1
        _send(sign(b"report" + _line["key"], number, data) + data)


def _send(data: bytes) -> None:
    """Not `shell.send_all`, which learners' code can reach: a thread may patch it between the last look and this."""
    while data:
        data = data[_write(CONNECTION, data) :]


def _run(shell: Shell, sealed: Written, lines: Any, boxed: tuple[int, Limits] | None, key: bytes) -> NoReturn:
    try:
        os.setsid()  # one process group for the run and all it starts, so that all of it can be ended
        _stand_back()
        go_first()
        adopt_orphans()  # probes count what an answer has started
        signal.signal(signal.SIGINT, signal.default_int_handler)
        _silence()
        if boxed:
            uid, limits = boxed
            os.chdir(HOME)
            give_up_privileges(uid)
            _fetch_files()
            limits.apply()
        sys.path.append(os.getcwd())  # at the end: a `random.py` of the learner's must not shadow the real one
        _obey(shell, sealed, lines, key)
    finally:
        os._exit(0)


def _stand_back() -> None:
    """Let whoever records results go first: the class waits for him. Linux is nice by session, or by process."""
    os.nice(NICE)
    with contextlib.suppress(OSError), open("/proc/self/autogroup", "w") as group:
        group.write(str(NICE))


def _obey(shell: Shell, sealed: Written, lines: Any, key: bytes) -> None:
    """Run one cell after the other, for ever. What is needed after a learner's line has run is held in this frame."""
    printed = sys.stdout = sys.stderr = Printed(CONNECTION)
    read_line, put, number, of_setup = lines.readline, put_back, 0, dict[str, Any]()
    _line["key"] = key
    seen: Seen | None = None
    read = _texts(modules_beside(Path(), []))
    for name in [name for name in sys.modules if name.startswith("course.grading")]:
        del sys.modules[name]  # whoever imports them gets others
    del sys.modules["course"].grading
    for name in [name for name in sys.modules if name.partition(".")[0] in ("ctypes", "_ctypes")]:
        del sys.modules[name]  # so that the witness hears of it when it is imported: it reads memory without a word

    def next_order() -> dict[str, Any]:
        nonlocal number
        number += 1
        return open_letter(key, number - 1, read_line())

    while True:
        order = next_order()
        printed.begin()
        if order["kind"] != "setup" and seen is None:
            sealed = write_again(sealed)
            of_setup = {name: value for name, value in shell.user_ns.items() if not name.startswith("_")}
            seen = watch(_tell, (*FOREIGN, CHECK), sealed.functions, sealed.heard, read)
        _keep_room()
        read.update(_texts(modules_beside(None, [order["cell"]])))
        if order["kind"] != "test":
            outcome = run_cell(shell, order["cell"])
            _give_room()
            _put_back_and_tell(sealed, put, seen)
            _report(order["token"], outcome["error"])
        else:
            _put_back_and_tell(sealed, put, seen)  # threads may have been at it since the last cell
            _test(order, names_for_test(shell, of_setup), _looker(sealed, put, seen or (lambda: (0, 0))), next_order)


def _texts(modules: dict[str, list[str | None]]) -> set[bytes]:
    return {text.encode().strip() for texts in modules.values() for text in texts if text is not None}


def _test(order: dict[str, Any], names: dict[str, Any], look: Look, next_order: Callable[[], dict[str, Any]]) -> None:
    """Run a test's drive, and show its evidence: only as long as the machinery is whole."""
    token = order["token"]
    one_test_only()

    def show(number: int, *wanted: str) -> None:
        shown = ", ".join([f"{_quoted(name)}: {written(names[name])}" for name in wanted if name in names])
        if len(shown) > LARGEST:
            raise MemoryError(f"what came of it is too large to be judged ({len(shown):,} characters)")
        _report(token, look(), f', "show": {number}, "names": {{{shown}}}')
        while call := next_order():
            if call["call"] is None:
                return
            error, value = _called(names[call["call"]], call)
            _report(token, look() or error, f', "value": {value}')

    names[SHOW] = show
    outcome = drive(order["cell"], names)
    _give_room()
    _report(token, look() or outcome["error"])


def _keep_room() -> None:
    """For what has to be done after the learner's code, which may take all the memory it can get."""
    if not _reserve:
        with contextlib.suppress(OSError, MemoryError):
            _reserve.append(mmap.mmap(-1, RESERVE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS))  # not a page yet


def _give_room() -> None:
    while _reserve:
        _reserve.pop().close()


def _called(function: Any, call: dict[str, Any]) -> tuple[dict[str, str] | None, str]:
    """Call a function for the referee, as the test does: with data, for data."""
    try:
        return None, written(function(*read(call["args"]), **read(call["named"])))
    except BaseException as error:
        trace = error.__traceback__
        return described(error.with_traceback(trace and trace.tb_next)), "null"


def _looker(sealed: Written, put: Put, seen: Seen) -> Look:
    """What looks, during one test, whether anybody reaches for it: None, or the error that the test ends with.

    Who had a frame of ours before the test may have kept it, or what was in it.
    """
    innocent = 0, seen()[1]

    def look() -> dict[str, str] | None:
        changed = put(sealed)
        if not changed and seen() == innocent:
            return None
        for change in changed[:MOST]:
            _tell(f"{change} was changed while the check ran")
        what = f"changed {changed[0]}" if changed else "reached into Python's own insides"
        text = f"Your code {what} while this check ran. No points are given for that: a person will look at it."
        return {"type": "AssertionError", "text": text, "sentence": text, "place": "", "ours": ""}

    return look


def _put_back_and_tell(sealed: Written, put: Put, seen: Seen | None) -> None:
    if seen is None:
        return  # only the set-up cell has run, and what that changes is meant to stay
    changes = [change for change in put(sealed) if change != BY_IPYTHON]
    for change in changes[:MOST]:
        _tell(f"{change} was changed before the check; it was put back")


def _tell(what: str, grave: bool = False) -> None:
    _send_signed(b'{"seen": %s, "grave": %s}\n' % (_quoted(what[:200]).encode(), b"true" if grave else b"false"))


def _report(token: str, error: dict[str, str] | None, more: str = "") -> None:
    """Say it, with nothing that a learner's thread could have changed since the last look."""
    fields = ", ".join(f"{_quoted(name)}: {_quoted(text)}" for name, text in (error or {}).items())
    fields = f"{{{fields}}}" if error is not None else "null"
    _send_signed(f'{{"token": {_quoted(token)}, "error": {fields}{more}}}\n'.encode())


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
    # by its own name it is under seal; what was __main__ is kept by IPython, where learners' code finds it
    importlib.import_module("course.grading.interpreter").serve(
        sys.argv[1], **json.loads(os.fdopen(os.dup(0), "rb", 0).readline())
    )
