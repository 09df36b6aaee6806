"""Which of Python's audit events are suspicious, and what they are in words."""

from __future__ import annotations

import os
import sys
from stat import S_ISREG
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any

from course.grading.public_names import BY_NAME, OFTEN, PARTLY, STANDARD, leads_inside
from course.grading.public_names import INSTALLED as INSTALLED_ONES
from course.grading.told import MADE_AGAIN, OF_FUNCTIONS, OF_GREENLETS

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
GET = "object.__getattr__"
#: in which a module may be imported that nobody has read
IMPORTING = frozenset({"compile", "import", "marshal.loads"})
#: all that may be suspicious, beside what `ctypes` does
HEARD = REACHING | IMPORTING | {GET, *SETTING, "pickle.find_class", "open", "os.kill", "os.killpg"}
#: what pickles of plain things, of pools' results and of sockets ask for
SENT = frozenset(
    {
        *("copyreg._reconstructor", "_codecs.encode", "multiprocessing.reduction._rebuild_socket"),
        *("concurrent.futures.process._ResultItem", "concurrent.futures.process._rebuild_exc"),
        *("multiprocessing.resource_sharer.DupFd", "multiprocessing.resource_sharer.DupSocket"),
    }
)
FUNCTIONS = frozenset({"abs", "len", "max", "min", "pow", "print", "round", "sorted", "sum"})
#: modules of which a pickle may ask for something
PICKLED = STANDARD | OFTEN | PARTLY.keys() | INSTALLED_ONES
PICKLED |= {"__main__", "_thread", "_queue", "_socket", "builtins", "copyreg"}
COMPILED = ("<string>", "<frozen ", "<ipython-input")  #: what Python and IPython call what comes from no file
_open, _stat = open, os.stat


def exact(value: Any) -> Any:
    """A text, bytes or a number without a learner's methods, which would be asked otherwise; None for anything else."""
    if issubclass(type(value), str):
        return str.__str__(value)
    if issubclass(type(value), bytes):
        return b"".join([value])
    return int.__int__(value) if issubclass(type(value), int) else None


def named(event: str, arguments: tuple[Any, ...]) -> tuple[Any, ...]:
    """An event's arguments, of which only an object whose attribute is meant may be a learner's."""
    if event == GET or event in SETTING:
        return arguments[0], exact(arguments[1])
    return tuple(map(exact, arguments))


def suspicious(event: str, arguments: tuple[Any, ...], pid: int, foreign: tuple[str, ...]) -> str:
    """What it is, in words, or ''."""
    if event in REACHING:
        return event
    if event == GET:
        return f"reads {arguments[1]}" if not _is_their_own(arguments[0], arguments[1], foreign) else ""
    if event in SETTING:
        return f"sets {arguments[1]}" if arguments[1] in SET else ""
    if event == "compile" and type(arguments[1]) is str and arguments[1].startswith(foreign):
        return "" if _is_in_file(*arguments[:2]) else f"compiles under the name {arguments[1]}"
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


def unread(event: str, arguments: tuple[Any, ...], frame: FrameType, foreign: tuple[str, ...], read: set[bytes]) -> str:
    """What is imported from somewhere else than where Python and its packages are, without having been read, in words,
    or ''.
    """
    known = (*foreign, *COMPILED)
    if event == "compile" and type(arguments[0]) is bytes and not str(arguments[1]).startswith(known):
        return "" if arguments[0].strip() in read else f"imports a {arguments[1]} that nobody has read"
    if event == "marshal.loads" and exact(frame.f_code.co_name) == "_compile_bytecode":
        path = str(exact(frame.f_locals.get("bytecode_path")))
        return "" if path.startswith(known) else f"imports the compiled {path}"
    if event == "import" and type(arguments[1]) is str and not arguments[1].startswith(known):
        return f"imports {arguments[1]}"  # compiled, or it would have a text
    return ""


def _rebuilds(module: str, name: str) -> bool:
    """Whether a pickle asks for something that nobody sends honestly."""
    top, parts = module.partition(".")[0], name.split(".")
    if not BY_NAME.isdisjoint(parts) or leads_inside(f"{module}.{name}", parts[-1]):
        return f"{module}.{name}" not in SENT
    if top in ("course", "builtins"):
        found = vars(sys.modules.get(module, sys)).get(name)
        return type(found) is not type and name not in FUNCTIONS  # an error, a log, a type
    return top not in PICKLED or _is_through_a_module(module, parts)


def _is_through_a_module(module: str, parts: list[str]) -> bool:
    """Whether the names lead from one module into another, or to one."""
    found: Any = sys.modules.get(module)
    for part in parts:
        if type(found) is not ModuleType:
            return False
        found = vars(found).get(part)
    return type(found) is ModuleType


def _is_their_own(value: Any, name: str, foreign: tuple[str, ...]) -> bool:
    """Whether it is a function that a learner wrote: it leads to nothing but the learner's own names."""
    return name in OF_FUNCTIONS and type(value) is FunctionType and not _file_of(value.__code__).startswith(foreign)


def _file_of(code: CodeType) -> str:
    return str(exact(code.co_filename))


def _is_in_file(source: Any, path: str) -> bool:
    """Whether the source comes from the file that it claims, as that of a module does which is imported."""
    if path.startswith("<"):
        return False  # not even if there is a file of that name
    try:
        with _open(path, "rb") as file:
            return type(source) is bytes and file.read() == source
    except (OSError, ValueError):
        return False


def _is_memory(path: Any) -> bool:
    if type(path) is int:
        return path > 2
    if type(path) not in (str, bytes):
        return False
    path = os.fsdecode(path)
    return _is_in_proc(path) or (not _is_plain_file(path) and _is_in_proc(os.path.realpath(path)))  # a link's name


def _is_plain_file(path: str) -> bool:
    """Whether it leads to a file that is in no /proc, by whatever links."""
    try:
        found = _stat(path)
        return S_ISREG(found.st_mode) and found.st_dev != _stat("/proc").st_dev
    except (OSError, ValueError):
        return False


def _is_in_proc(path: str) -> bool:
    """A process's memory, the line to the caller, or a folder: what is in it can be opened beside its name."""
    return f"{path}/".startswith("/proc/") and (path.endswith("/mem") or "/fd/" in path or os.path.isdir(path))
