"""Who does what an audit event tells of: the learner's code, or a library for its own ends?"""

from __future__ import annotations

import os
import sysconfig
from types import FrameType
from typing import Any

from course.grading.evidence import CHECK
from course.grading.suspicion import GET, SETTING, exact
from course.grading.told import MADE_AGAIN

# These do it for whoever calls them: they hand on frames, wrap `open`, reach into memory.
LOOKERS = (
    "/inspect.py",
    "/traceback.py",
    "/interactiveshell.py",
    "/ctypes/__init__.py",
    "/pathlib.py",
    "logging/__init__.py",
    "/dataclasses.py",
    "/grading/told.py",
    "/bdb.py",
    "/pdb.py",
    "/types.py",  # generators that are wrapped
    "/asyncio/base_tasks.py",
    "/stack_data/core.py",
    "/executing/executing.py",
)
READERS = (  # of attributes: by the names that they are given, or to evaluate what is said to be an annotation
    *("/functools.py", "/argparse.py", "/copy.py", "/string.py", "/pprint.py", "/reprlib.py", "/weakref.py"),
    *("/collections/__init__.py", "/unittest/mock.py", "/unittest/loader.py", "/multiprocessing/managers.py"),
    *("/logging/config.py", "/pydoc.py", "/pkgutil.py", "/optparse.py", "/doctest.py", "/rlcompleter.py", "/enum.py"),
    *("/typing.py", "/annotationlib.py"),
)
IMPORTERS = ("<frozen importlib._bootstrap>", "<frozen importlib._bootstrap_external>", "/importlib/__init__.py")
PRINTERS = (  # these do not
    *("print_stack", "extract_stack", "format_stack", "findCaller"),
    *("print_exc", "format_exc", "print_exception", "format_exception", "formatException"),
    *("extract_tb", "from_exception", "clear_frames", "_extract_from_extended_frame_gen"),
    *("getgeneratorstate", "getcoroutinestate", "getasyncgenstate"),
)
#: IPython's, which look at nothing but the frame of the cell they are called in
MAGICS = ("run_line_magic", "run_cell_magic", "getoutput", "system", "system_piped", "system_raw")
#: what code says that does it, where that is not the last part of the event's name
NAMED: dict[str, set[str]] = {
    "code.__new__": {"CodeType", "replace", "__code__"},
    "function.__new__": {"FunctionType", "LambdaType"},
    "compile": {"compile", "_compile"},
    "sys._current_frames": {"_current_frames", "frames_of_threads"},  # as probes ask for it
    "open": {"open", "fdopen", "FileIO", "io"},
    "os.kill": {"kill", "send_signal"},
    "import": {"import_module", "__import__", "_gcd_import", "_call_with_frames_removed"},
    MADE_AGAIN: {"create_builtin", "create_module"},
}
#: who hands on, by the event, where it is not only LOOKERS: the import system too compiles whatever a loader gives it
HANDING_ON: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("compile", "import", MADE_AGAIN), (*LOOKERS, *IMPORTERS)),
    GET: (*LOOKERS, *READERS),
}
NOBODY = "by what somebody was told to call"
INSTALLED = sysconfig.get_path("purelib")
RUNNER = os.path.join(os.path.dirname(__file__), "cells")
OURS = __file__.rsplit("grading", 1)[0]
PROBES, GEVENT = os.path.join(OURS, "probes", ""), os.path.join(INSTALLED, "gevent", "")


def whose(
    frame: FrameType | None, event: str, arguments: tuple[Any, ...], shown: Any, foreign: tuple[str, ...]
) -> FrameType | str | None:
    """The learner's frame that did it, NOBODY if it came from outside all of them, None if somebody else did it.

    A frame of somebody else's did it himself if his code says the name of it. If it does not, it was only told what to
    call: a pool's worker calls whatever it is given.
    """
    if event == "sys._getframe" and frame is not None:
        if frame.f_code is not shown:
            return None  # compiled code
        frame = frame.f_back
    names = NAMED.get(event) or {str(arguments[1]) if event in (GET, *SETTING) else event.rpartition(".")[2]}
    said = False
    while frame is not None:
        code = frame.f_code  # once: to ask for it is an event too
        path, function = exact(code.co_filename), exact(code.co_name)
        if not path.startswith(foreign):
            break
        if said and path.startswith(RUNNER):
            return None  # IPython, around a cell: there is no learner's code that it could do it for
        if function in PRINTERS or path == CHECK or (function in MAGICS and _is_magic(frame, path)):
            return None
        if event.startswith(("ctypes", "import")) and "/multiprocessing/" in path:
            return None  # what it has of `ctypes` is its own
        if not names.isdisjoint(code.co_names):
            if not _does_it_for_another(event, path, foreign):
                return None
            said = True
        frame = frame.f_back
    if frame is None and event == "compile":
        return None  # Python itself, to show where in a line an uncaught exception comes from
    return frame or NOBODY


def opens_itself(frame: FrameType) -> bool:
    """Whether a probe opens a file, in its own words: there are many, and none has a learner's name."""
    code = frame.f_code
    return exact(code.co_filename).startswith(PROBES) and "open" in code.co_names


def _does_it_for_another(event: str, path: str, foreign: tuple[str, ...]) -> bool:
    """Whether a file does for its callers what the event is about: then it was done by one of them."""
    if path.startswith(INSTALLED) and not path.startswith((OURS, GEVENT)):
        return True  # there are many
    lookers = HANDING_ON.get(event, LOOKERS)
    return path.endswith(lookers) and path.startswith(foreign)  # a learner may compile a `traceback.py` as well


def _is_magic(frame: FrameType, path: str) -> bool:
    """A magic of the cell's; whoever calls one by its Python name can have it look at another frame."""
    return path.endswith("/interactiveshell.py") and bool(exact(frame.f_locals.get("_stack_depth", 1)) == 1)
