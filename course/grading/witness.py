"""A witness to what learners' code does to get at its judge: an audit hook, which hears of it first and stays for good.

Audit events are Python's own (PEP 578). What is told has left the process before the event goes on. Only what the
learner's code does itself counts, not what the standard library does for it: `logging` looks at frames too.
"""

from __future__ import annotations

import _thread
import os
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

#: What reaches into the check's memory: whoever does that while a test runs has not passed it.
REACHING = frozenset(
    {
        *("sys._getframe", "sys._current_frames", "sys._current_exceptions", "sys.settrace", "sys.setprofile"),
        *("gc.get_objects", "gc.get_referrers", "gc.get_referents", "sys.monitoring.register_callback"),
        *("sys.addaudithook", "code.__new__", "function.__new__"),
    }
)
READ = frozenset({"tb_frame", "gi_frame", "cr_frame", "ag_frame"})
SET = frozenset({"__code__", "__defaults__", "__kwdefaults__"})
# These do it for whoever calls them: they hand on frames, wrap `open`, reach into memory.
LOOKERS = ("/inspect.py", "/traceback.py", "/interactiveshell.py", "/ctypes/__init__.py", "/pathlib.py")
PRINTERS = ("print_stack", "extract_stack", "format_stack")  # these do not
MOST = 8  #: things told about one run

Tell = Callable[[str], None]


def watch(tell: Tell, foreign: tuple[str, ...]) -> Callable[[], int]:
    """Begin to watch; for good. `tell` gets each thing seen, once; `foreign` are beginnings of files not the learner's.

    Returns how many things reaching into the check were seen so far.
    """
    busy, seen, getframe, home = _thread._local(), list[str](), sys._getframe, os.getpid()
    shown: Any = _shown(getframe)
    sys._getframe = shown

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        what = _suspicious(event, arguments, home)
        if not what or getattr(busy, "yes", False) or len(seen) >= MOST:
            return
        busy.yes = True
        try:
            frame = _whose(getframe(1), event, shown.__code__)
            if frame is None or frame.f_code.co_filename.startswith(foreign) or os.getpid() != home:
                return
            said = f"{what} (line {frame.f_lineno} of a cell)"
            if said not in seen:
                seen.append(said)
                tell(said)
        finally:
            busy.yes = False

    sys.addaudithook(hook)
    return lambda: len(seen)


def _shown(getframe: Callable[[int], FrameType]) -> Callable[[int], FrameType]:
    """`sys._getframe` for everybody who asks for it by name. Compiled code, as gevent's, has the real one and no frame
    of its own: without this the learner who calls `gevent.spawn` could not be told from one who looks at frames.
    """

    def _getframe(depth: int = 0, /) -> FrameType:
        return getframe(depth + 1)

    return _getframe


def _whose(frame: FrameType | None, event: str, shown: Any) -> FrameType | None:
    """The frame of whoever did it; None if that was compiled code."""
    if event == "sys._getframe" and frame is not None:
        if frame.f_code is not shown:
            return None
        frame = frame.f_back
    while frame is not None and frame.f_code.co_filename.endswith(LOOKERS):
        frame = None if frame.f_code.co_name in PRINTERS else frame.f_back
    return frame


def _suspicious(event: str, arguments: tuple[Any, ...], pid: int) -> str:
    """What it is, in words, or ''."""
    if event in REACHING:
        return event
    if event == "object.__getattr__":
        return f"reads {arguments[1]}" if arguments[1] in READ else ""
    if event in ("object.__setattr__", "object.__delattr__"):
        return f"sets {arguments[1]}" if arguments[1] in SET else ""
    if event.startswith("ctypes."):
        return "ctypes"
    if event == "open" and _is_memory(arguments[0]):
        return f"opens {arguments[0]}"
    if event in ("os.kill", "os.killpg") and arguments[0] not in (pid, 0):
        return f"{event} of another process"
    return ""


def _is_memory(path: Any) -> bool:
    if isinstance(path, int) and not isinstance(path, bool):
        return path > 2
    return isinstance(path, str) and path.startswith("/proc/") and path.endswith(("/mem", "/3"))
