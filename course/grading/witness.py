"""A witness to what learners' code does to get at its judge: an audit hook, which hears of it first and stays for good.

Audit events are Python's own (PEP 578). What is told has left the process before the event goes on. Only what the
learner's code does itself counts, not what the standard library does for it: `logging` looks at frames too.
"""

from __future__ import annotations

import _thread
import gc
import os
import sys
from collections.abc import Callable
from types import FrameType, SimpleNamespace
from typing import Any

from course.grading.doer import opens_itself, whose
from course.grading.suspicion import GET, HEARD, IMPORTING, READ, SET, SETTING, named, suspicious, unread
from course.grading.told import tell_who_reads

EXEC = "<string>"  #: what code is called that was given to exec: a learner's too
_getpid = os.getpid
_gc = SimpleNamespace(isenabled=gc.isenabled, disable=gc.disable, enable=gc.enable)
MOST = 8  #: things told about one run

Tell = Callable[[str, bool], None]


def watch(
    tell: Tell, foreign: tuple[str, ...], functions: dict[int, int], heard: list[int], read: set[bytes]
) -> Callable[[], tuple[int, int]]:
    """Begin to watch; for good. `tell` gets each thing seen, once, and whether it reaches into the check; `foreign` are
    beginnings of files not the learner's. If one of `functions` (by id) gets other code, its number goes to `heard`.
    `read` are the texts of the modules in this folder that somebody has looked at outside: no other may be imported.

    Returns how often somebody reached into the check so far, and how often code was set, which the seal puts back.
    """
    busy, seen, getframe, home = _thread._local(), list[str](), sys._getframe, _getpid()
    foreign = tuple(name for name in foreign if name != EXEC)
    reached = swapped = 0  # all are counted, also those that are not told: the same again, or one too many
    shown: Any = _shown(getframe)
    sys._getframe, code = shown, shown.__code__
    tell_who_reads()

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == GET and arguments[1] not in READ:
            return  # there are many
        if (event not in HEARD and not event.startswith("ctypes.")) or getattr(busy, "yes", False):
            return
        arguments = named(event, arguments)  # no learner's code is run from here on: nobody would hear of it
        collecting = _gc.isenabled()
        _gc.disable()  # nor what somebody has left for the collector
        busy.yes = True  # what this does itself is not meant
        try:
            look(event, arguments)
        finally:
            busy.yes = False
            if collecting:
                _gc.enable()

    def look(event: str, arguments: tuple[Any, ...]) -> None:
        frame = getframe(2)
        if event == "open" and opens_itself(frame):
            return
        if event in SETTING and arguments[1] in SET and id(arguments[0]) in functions:
            heard.append(functions[id(arguments[0])])
        imported = unread(event, arguments, frame, foreign, read) if event in IMPORTING else ""
        what = imported or suspicious(event, arguments, home, foreign)
        if imported and event == "marshal.loads":
            event = "import"  # the import system does that itself, for whoever imports
        if what and (who := whose(frame, event, arguments, code, foreign)) is not None:
            say(what, event, who)

    def say(what: str, event: str, who: FrameType | str) -> None:
        nonlocal reached, swapped
        if _getpid() != home and event == "pickle.find_class":
            return  # a pool's worker, which has a method to call: `getattr` is how methods are pickled
        if _getpid() != home and event not in SETTING:
            raise RuntimeError(f"{event} in a process that was forked")  # it has nobody to tell
        said = what + (f" (line {who.f_lineno} of a cell)" if isinstance(who, FrameType) else f" ({who})")
        grave = event not in SETTING
        swapped, reached = swapped + (not grave), reached + grave
        if said not in seen and (len(seen) < MOST or (grave and reached == 1)):
            seen.append(said)
            tell(said, grave)

    sys.addaudithook(hook)
    return lambda: (reached, swapped)


def _shown(getframe: Callable[[int], FrameType]) -> Callable[[int], FrameType]:
    """`sys._getframe` for everybody who asks for it by name. Compiled code, as gevent's, has the real one and no frame
    of its own: without this the learner who calls `gevent.spawn` could not be told from one who looks at frames.
    """

    def _getframe(depth: int = 0, /) -> FrameType:
        return getframe(depth + 1)

    return _getframe
