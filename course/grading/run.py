"""The process of one run: cell after cell it runs what it is told, and shows what a test is to see.

Before a test all that checks rely on is put back as it was before the learner's first line (`seal.py`), and looked at
again when something is shown for the first time, after each call and at the end. From that first line on a witness
listens (`witness.py`).
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
from collections.abc import Callable
from json.encoder import encode_basestring_ascii as quoted
from pathlib import Path
from typing import Any, NoReturn

from course.grading.box import FILES, HOME
from course.grading.cells import drive, names_for_test, run_cell
from course.grading.confine import Limits, adopt_orphans, give_up_privileges
from course.grading.evidence import CHECK, SHOW, read, written
from course.grading.failure import described
from course.grading.letters import open_letter
from course.grading.memory_watch import go_first
from course.grading.python_text import modules_beside
from course.grading.reports import CONNECTION, report, sign_with, tell
from course.grading.reserve import give_room, keep_room
from course.grading.seal import put_back
from course.grading.sealed_modules import is_taken_away
from course.grading.shell import Printed, Shell
from course.grading.windows import HAS_VERSIONS
from course.grading.witness import MOST, watch
from course.grading.written_down import Written, settle, write_again
from course.probes.complaint import FOREIGN
from course.probes.patience import one_test_only

LARGEST = 800_000  #: characters that a test may be shown at once; a line may be a little longer
NICE = 7  #: how much a run stands back for whoever waits for it; more, and a busy machine would use up its guards
Seen = Callable[[], tuple[int, int]]
Put = Callable[[Written], list[str]]
Look = Callable[[bool], dict[str, str] | None]


def run(shell: Shell, sealed: Written, lines: Any, boxed: tuple[int, Limits] | None, key: bytes) -> NoReturn:
    """Become the process of a run, and obey the orders that come in `lines`, sealed under `key`, until it is ended."""
    try:
        os.setsid()  # one process group for the run and all it starts, so that all of it can be ended
        _stand_back()
        go_first()
        adopt_orphans()  # probes count what an answer has started
        signal.signal(signal.SIGINT, signal.default_int_handler)
        silence()
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


def silence() -> None:
    """Give the run a standard input that is empty and outputs that go nowhere."""
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(null, descriptor)
    os.close(null)


def _stand_back() -> None:
    """Let whoever records results go first: the class waits for him. Linux is nice by session, or by process."""
    os.nice(NICE)
    with contextlib.suppress(OSError), open("/proc/self/autogroup", "w") as group:
        group.write(str(NICE))


def _obey(shell: Shell, sealed: Written, lines: Any, key: bytes) -> None:
    """Run one cell after the other, for ever. What is needed after a learner's line has run is held in this frame."""
    printed = sys.stdout = sys.stderr = Printed(CONNECTION)
    read_line, put, number, of_setup = lines.readline, put_back, 0, dict[str, Any]()
    sign_with(key)
    seen: Seen | None = None
    read = _texts(modules_beside(Path(), []))
    for name in [name for name in sys.modules if is_taken_away(name)]:
        del sys.modules[name]
    del sys.modules["course"].grading
    settle(sealed)

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
            seen = watch(tell, (*FOREIGN, CHECK), sealed.functions, sealed.heard, read)
        keep_room()
        read.update(_texts(modules_beside(None, [order["cell"]])))
        if order["kind"] != "test":
            outcome = run_cell(shell, order["cell"])
            give_room()
            _put_back_and_tell(sealed, put, seen)
            report(order["token"], outcome["error"])
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
        shown = ", ".join([f"{quoted(name)}: {written(names[name])}" for name in wanted if name in names])
        if len(shown) > LARGEST:
            raise MemoryError(f"what came of it is too large to be judged ({len(shown):,} characters)")
        report(token, look(False), f', "show": {number}, "names": {{{shown}}}')
        while call := next_order():
            if call["call"] is None:
                return
            error, value = _called(names[call["call"]], call)
            report(token, look(True) or error, f', "value": {value}')

    names[SHOW] = show
    outcome = drive(order["cell"], names)
    give_room()
    report(token, look(True) or outcome["error"])


def _called(function: Any, call: dict[str, Any]) -> tuple[dict[str, str] | None, str]:
    """Call a function for the referee, as the test does: with data, for data."""
    try:
        return None, written(function(*read(call["args"]), **read(call["named"])))
    except BaseException as error:
        trace = error.__traceback__
        return described(error.with_traceback(trace and trace.tb_next)), "null"


def _looker(sealed: Written, put: Put, seen: Seen) -> Look:
    """What looks, during one test, whether anybody reaches for it: None, or the error that the test ends with.

    Who had a frame of ours before the test may have kept it, or what was in it. All of it is looked at when something
    is shown for the first time, after each call and at the end: where dicts have versions, that tells what was done
    between, too.
    """
    innocent, is_first = (0, seen()[1]), True

    def look(whole: bool) -> dict[str, str] | None:
        nonlocal is_first
        changed = put(sealed) if whole or is_first or not HAS_VERSIONS else []
        is_first = False
        if not changed and seen() == innocent:
            return None
        for change in changed[:MOST]:
            tell(f"{change} was changed while the check ran")
        what = f"changed {changed[0]}" if changed else "reached into Python's own insides"
        text = f"Your code {what} while this check ran. No points are given for that: a person will look at it."
        return {"type": "AssertionError", "text": text, "sentence": text, "place": "", "ours": ""}

    return look


def _put_back_and_tell(sealed: Written, put: Put, seen: Seen | None) -> None:
    if seen is None:
        return  # only the set-up cell has run, and what that changes is meant to stay
    for change in put(sealed)[:MOST]:
        tell(f"{change} was changed before the check; it was put back")


def _fetch_files() -> None:
    """The run's own copy of the files handed in beside the notebook."""
    for entry in os.scandir(FILES) if os.path.isdir(FILES) else ():
        copy = shutil.copytree if entry.is_dir() else shutil.copy
        copy(entry.path, os.path.join(HOME, entry.name))
