"""A witness to what learners' code does to get at its judge: an audit hook, which hears of it first and stays for good.

Audit events are Python's own (PEP 578). What is told has left the process before the event goes on. Only what the
learner's code does itself counts, not what the standard library does for it: `logging` looks at frames too.
"""

from __future__ import annotations

import _thread
import os
import sys
import sysconfig
from collections.abc import Callable
from types import FrameType
from typing import Any

from course.grading.evidence import CHECK
from course.grading.public_names import BY_NAME, INSIDE, LEADING, PARTLY, REFLECTION, STANDARD
from course.grading.public_names import INSTALLED as INSTALLED_ONES
from course.grading.told import MADE_AGAIN, OF_FUNCTIONS, OF_GREENLETS, tell_who_reads

#: What reaches into the check's memory: whoever does that while a test runs has not passed it.
REACHING = frozenset(
    {
        *("sys._getframe", "sys._current_frames", "sys._current_exceptions", "sys.settrace", "sys.setprofile"),
        *("gc.get_objects", "gc.get_referrers", "gc.get_referents", "sys.monitoring.register_callback"),
        *("sys.addaudithook", "code.__new__", "function.__new__", "marshal.loads"),
        *("cpython.PyInterpreterState_New", MADE_AGAIN),  # another interpreter has no witness
    }
)
READ = frozenset({"tb_frame", "gi_frame", "cr_frame", "ag_frame", *OF_FUNCTIONS, *OF_GREENLETS})
SET = frozenset({"__code__", "__defaults__", "__kwdefaults__"})
SETTING = ("object.__setattr__", "object.__delattr__")
#: modules by which memory can be written to, or the interpreter's own functions be called
OF_MEMORY = frozenset(
    {"_cffi_backend", "_testcapi", "_testinternalcapi", "_xxsubinterpreters", "_interpreters", "_ctypes"}
)
EXEC = "<string>"  #: what code is called that was given to exec: a learner's too
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
GET = "object.__getattr__"
#: what code says that does it, where that is not the last part of the event's name
NAMED: dict[str, set[str]] = {
    "code.__new__": {"CodeType", "replace", "__code__"},
    "function.__new__": {"FunctionType", "LambdaType"},
    "compile": {"compile", "_compile"},
    "sys._current_frames": {"_current_frames", "_frames"},  # as probes keep it
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
#: in which a module may be imported that nobody has read
IMPORTING = frozenset({"compile", "import", "marshal.loads"})
#: all that may be suspicious, beside what `ctypes` does
HEARD = REACHING | IMPORTING | {GET, *SETTING, "pickle.find_class", "open", "os.kill", "os.killpg"}
#: modules of which a pickle may ask for something
PICKLED = STANDARD | INSTALLED_ONES | {"__main__", "_thread", "_queue", "_socket", "builtins", "copyreg", "course"}
NOBODY = "by what somebody was told to call"
INSTALLED = sysconfig.get_path("purelib")
RUNNER = __file__.replace("witness", "cells")
OURS, GEVENT = __file__.rsplit("grading", 1)[0], os.path.join(INSTALLED, "gevent", "")
_open, _getpid = open, os.getpid
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
    sys._getframe = shown
    tell_who_reads()

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal reached, swapped
        if event == GET and arguments[1] not in READ:
            return  # there are many
        if event not in HEARD and not event.startswith("ctypes."):
            return
        if event in SETTING and arguments[1] in SET and id(arguments[0]) in functions:
            heard.append(functions[id(arguments[0])])
        unread = _unread(event, arguments, getframe(1), foreign, read) if event in IMPORTING else ""
        what = unread or _suspicious(event, arguments, home, foreign)
        if not what or getattr(busy, "yes", False):
            return
        if unread and event == "marshal.loads":
            event = "import"  # the import system does that itself, for whoever imports
        busy.yes = True
        try:
            frame = _whose(getframe(1), event, arguments, shown.__code__, foreign)
            if frame is None:
                return
            if _getpid() != home and event == "pickle.find_class":
                return  # a pool's worker, which has a method to call: `getattr` is how methods are pickled
            if _getpid() != home and event not in SETTING:
                raise RuntimeError(f"{event} in a process that was forked")  # it has nobody to tell
            said = what + (f" (line {frame.f_lineno} of a cell)" if isinstance(frame, FrameType) else f" ({frame})")
            grave = event not in SETTING
            swapped, reached = swapped + (not grave), reached + grave
            if said not in seen and (len(seen) < MOST or (grave and reached == 1)):
                seen.append(said)
                tell(said, grave)
        finally:
            busy.yes = False

    sys.addaudithook(hook)
    return lambda: (reached, swapped)


def _shown(getframe: Callable[[int], FrameType]) -> Callable[[int], FrameType]:
    """`sys._getframe` for everybody who asks for it by name. Compiled code, as gevent's, has the real one and no frame
    of its own: without this the learner who calls `gevent.spawn` could not be told from one who looks at frames.
    """

    def _getframe(depth: int = 0, /) -> FrameType:
        return getframe(depth + 1)

    return _getframe


def _whose(
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
    named = NAMED.get(event) or {str(arguments[1]) if event in (GET, *SETTING) else event.rpartition(".")[2]}
    said = False
    while frame is not None and frame.f_code.co_filename.startswith(foreign):
        code = frame.f_code
        if said and code.co_filename.startswith(RUNNER):
            return None  # IPython, around a cell: there is no learner's code that it could do it for
        if code.co_name in PRINTERS or code.co_filename == CHECK or _is_magic(frame):
            return None
        if event.startswith(("ctypes", "import")) and "/multiprocessing/" in code.co_filename:
            return None  # what it has of `ctypes` is its own
        if not named.isdisjoint(code.co_names):
            if not _does_it_for_another(event, code.co_filename, foreign):
                return None
            said = True
        frame = frame.f_back
    if frame is None and event == "compile":
        return None  # Python itself, to show where in a line an uncaught exception comes from
    return frame or NOBODY


def _does_it_for_another(event: str, path: str, foreign: tuple[str, ...]) -> bool:
    """Whether a file does for its callers what the event is about: then it was done by one of them."""
    if path.startswith(INSTALLED) and not path.startswith((OURS, GEVENT)):
        return True  # there are many
    lookers = HANDING_ON.get(event, LOOKERS)
    return path.endswith(lookers) and path.startswith(foreign)  # a learner may compile a `traceback.py` as well


def _is_magic(frame: FrameType) -> bool:
    """A magic of the cell's; whoever calls one by its Python name can have it look at another frame."""
    code = frame.f_code
    if code.co_name not in MAGICS or not code.co_filename.endswith("/interactiveshell.py"):
        return False
    return bool(frame.f_locals.get("_stack_depth", 1) == 1)


def _suspicious(event: str, arguments: tuple[Any, ...], pid: int, foreign: tuple[str, ...]) -> str:
    """What it is, in words, or ''."""
    if event in REACHING:
        return event
    if event == GET:
        return f"reads {arguments[1]}" if not _is_their_own(arguments[0], arguments[1], foreign) else ""
    if event in SETTING:
        return f"sets {arguments[1]}" if arguments[1] in SET else ""
    if event == "compile" and isinstance(arguments[1], str) and arguments[1].startswith(foreign):
        return "" if _is_in_file(*arguments) else f"compiles under the name {arguments[1]}"
    if event == "pickle.find_class" and _rebuilds(str(arguments[0]), str(arguments[1])):
        return f"unpickles {arguments[0]}.{arguments[1]}"
    if event == "import":
        return f"imports {arguments[0]}" if arguments[0] in OF_MEMORY else ""
    if event.startswith("ctypes."):
        return "ctypes"
    if event == "open" and _is_memory(arguments[0]):
        return f"opens {arguments[0]}"
    if event in ("os.kill", "os.killpg") and arguments[0] not in (pid, 0):
        return f"{event} of another process"
    return ""


def _unread(
    event: str, arguments: tuple[Any, ...], frame: FrameType, foreign: tuple[str, ...], read: set[bytes]
) -> str:
    """What is imported from somewhere else than where Python and its packages are, without having been read, in words,
    or ''.
    """
    known = (*foreign, "<")
    if event == "compile" and isinstance(arguments[0], bytes) and not str(arguments[1]).startswith(known):
        return "" if arguments[0].strip() in read else f"imports a {arguments[1]} that nobody has read"
    if event == "marshal.loads" and frame.f_code.co_name == "_compile_bytecode":
        path = str(frame.f_locals.get("bytecode_path"))
        return "" if path.startswith(known) else f"imports the compiled {path}"
    if event == "import" and isinstance(arguments[1], str) and not arguments[1].startswith(known):
        return f"imports {arguments[1]}"  # compiled, or it would have a text
    return ""


def _rebuilds(module: str, name: str) -> bool:
    """Whether a pickle asks for something that nobody sends honestly."""
    top, parts = module.partition(".")[0], set(name.split("."))
    if not parts.isdisjoint(BY_NAME | REFLECTION | LEADING) or f"{module}.{name}".startswith(INSIDE):
        return True
    if top in PARTLY and top != "course":
        return name not in PARTLY[top]
    return top not in PICKLED


def _is_their_own(value: Any, name: str, foreign: tuple[str, ...]) -> bool:
    """Whether it is a function that a learner wrote: it leads to nothing but the learner's own names."""
    return name in OF_FUNCTIONS and not value.__code__.co_filename.startswith(foreign)


def _is_in_file(source: Any, path: str) -> bool:
    """Whether the source comes from the file that it claims, as that of a module does which is imported."""
    try:
        with _open(path, "rb") as file:
            return isinstance(source, bytes) and file.read() == source
    except (OSError, ValueError):
        return False


def _is_memory(path: Any) -> bool:
    if isinstance(path, int) and not isinstance(path, bool):
        return path > 2
    if not isinstance(path, str | bytes):
        return False
    path = os.fsdecode(path)
    return any(_is_in_proc(name) for name in (path, os.path.realpath(path)))  # a link has another name


def _is_in_proc(path: str) -> bool:
    """A process's memory, the line to the caller, or a folder: what is in it can be opened beside its name."""
    return f"{path}/".startswith("/proc/") and (path.endswith("/mem") or "/fd/" in path or os.path.isdir(path))
