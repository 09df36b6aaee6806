"""A seal on what the checks rely on: written down before a learner's line has run, compared and put back afterwards.

Whoever patches `course`, `builtins`, `threading` or `json` in an answer's cell has lost it before the test begins;
whoever does it while the test runs is found out before the test may report. Sealed are functions, classes, modules and
constants, by identity, in modules and in classes; that nothing was added which hides a builtin or a method; what
functions consist of; `sys.modules`, hooks of imports and of gc, signals. Nothing is compared by `==`: a learner's value
would be asked.

Each look asks the memory first what was written to (`windows.py`), and then looks closely at that only. So it takes a
twentieth of a millisecond, and who changes something and takes it back before the look is seen too.

No class here: classes can be found by whoever looks for subclasses of `object`, and these functions should not be.
"""

from __future__ import annotations

import builtins
import gc
import signal
import sys
import threading
from array import array
from collections.abc import Callable, Iterator, Sequence
from operator import is_
from types import CellType, FunctionType, ModuleType
from typing import Any, NamedTuple

from course.grading.windows import Window, over_bases, over_class, over_dict, over_function, over_type

#: Packages whose modules are sealed: what checks call while they drive an answer, and what that calls. What learners
#: import beside them is theirs, and so is what only those modules use that are outside a run, with the referee.
SEALED = frozenset(
    [
        "course",
        "builtins",
        "json",
        "threading",
        "_thread",
        "concurrent",
        "queue",
        "socket",
        "select",
        "selectors",
        "time",
        "os",
        "posix",
        "posixpath",
        "gevent",
        "greenlet",
        "multiprocessing",
        "traceback",
        "linecache",
        "collections",
        "contextlib",
        "functools",
        "types",
        "weakref",
        "_weakrefset",
        "heapq",
        "subprocess",
        "operator",
        "itertools",
        "io",
        "signal",
        "pickle",
        "random",
        "pathlib",
        "base64",
        "binascii",
        "hashlib",
        "struct",
        "string",
        "dataclasses",
        "abc",
        "shutil",
        "_frozen_importlib",
        "_frozen_importlib_external",
    ]
)
#: What is written to while a test runs though no learner does: probes patch the first two and take it back, the others
#: keep something for themselves. There a patch that takes itself back is not seen.
IN_USE = frozenset({"threading.Thread", "socket", "concurrent.futures", "concurrent.futures.process", "gevent.hub.Hub"})
HIDDEN = "course.grading"  #: taken away from a run before the learner's code begins
SIGNALS = tuple(sorted(signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}))  # a handler gets a frame
TIMERS = (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF)
HOOKS: list[tuple[str, list[Any]]] = [
    ("sys.meta_path", sys.meta_path),
    ("sys.path_hooks", sys.path_hooks),
    ("gc.callbacks", gc.callbacks),
]
_signal: Any = sys.modules["_signal"]  # Python's `signal` turns each handler into an enum, if it can
#: made by Python itself, when it needs them
LAZY = {
    *("__annotations__", "__annotate__", "__annotations_cache__", "__doc__", "__slotnames__", "__warningregistry__"),
}
BUILTINS = frozenset(dir(builtins))
HEAP, IMMUTABLE = 1 << 9, 1 << 8  # type flags of CPython: made by a class statement; attributes cannot be set

Rows = Sequence[tuple[str, Any]]
Code = tuple[Any, Any, dict[str, Any] | None, dict[str, Any], list[Any]]
Entry = tuple[str, str, Any, Any]  #: what it is (see _LOOK), its name, the thing, and how it was
_MISSING = object()


class Written(NamedTuple):
    """What is there: tables of modules, classes and their bases, functions, the classes of modules; hooks and signals.

    `windows` look at the entries with these `numbers` (plain ones: to look at an object is to write to it in a process
    that was forked), `seen` is what was there; `always` are entries without a window.
    `heard`: functions by id that have got other code, as the witness tells, and their entries.
    """

    entries: list[Entry]
    numbers: array[int]
    windows: list[Window]
    seen: bytearray
    always: list[int]
    functions: dict[int, int]
    heard: list[int]
    hooks: list[tuple[str, list[Any], list[Any]]]
    signals: list[tuple[int, Any]]


def write_down() -> Written:
    """Everything of the modules that are there now. Takes some milliseconds."""
    modules = {name: module for name, module in sys.modules.items() if name.partition(".")[0] in SEALED}
    shown = [(name, module) for name, module in modules.items() if not name.startswith(HIDDEN)]
    found = Written([], array("L"), [], bytearray(), [], {}, [], [], [])
    written: set[int] = set()
    for name, module in sorted(modules.items(), key=lambda item: item[0] != "builtins"):  # the rest calls them
        _add(found, "type", name, module, type(module), [over_type(module)])
        _write_module(found, name, vars(module), written)
    _add(
        found,
        "table",
        "sys.modules",
        sys.modules,
        (shown, frozenset[str](), frozenset[str]()),
        [over_dict(sys.modules)],
    )
    found.seen.extend(bytes(len(b"".join(found.windows))))
    return write_again(found)


def _add(found: Written, what: str, name: str, thing: Any, saved: Any, windows: Sequence[Window | None]) -> None:
    number = len(found.entries)
    found.entries.append((what, name, thing, saved))
    there = [window for window in windows if window is not None]
    found.windows.extend(there)
    found.numbers.extend([number] * len(there))
    if None in windows:
        found.always.append(number)


def _write_module(found: Written, name: str, table: dict[str, Any], written: set[int]) -> None:
    rows = [(key, value) for key, value in table.items() if _counts(name, key, value)]
    _add(found, "table", name, table, (rows, BUILTINS - table.keys(), frozenset(table)), [over_dict(table)])
    for value in table.values():
        if getattr(value, "__module__", None) == name and id(value) not in written:
            written.add(id(value))
            if type(value) is FunctionType:
                _write_function(found, value)
            elif isinstance(value, type) and value.__flags__ & HEAP and not value.__flags__ & IMMUTABLE:
                _write_class(found, name, value)


def _write_class(found: Written, module: str, kind: type) -> None:
    ours = module.partition(".")[0] == "course"  # a default of a log's field is no code
    members = [it for it in vars(kind).items() if ours or _is_code(it[1]) or isinstance(it[1], property)]
    name = f"{module}.{kind.__qualname__}"
    _add(found, "class", name, kind, (members, frozenset(vars(kind))), [over_class(kind)])
    _add(found, "bases", name, kind, kind.__bases__, [over_bases(kind)])
    for _, value in members:
        function = getattr(value, "__func__", getattr(value, "fget", value))
        if type(function) is FunctionType:
            _write_function(found, function)


def _write_function(found: Written, function: FunctionType) -> None:
    name = f"{function.__module__}.{function.__qualname__}"
    found.functions[id(function)] = len(found.entries)
    _add(found, "function", name, function, _code(function), over_function(function))


def _code(function: FunctionType) -> Code:
    cells = [_content(cell) for cell in function.__closure__ or ()]
    named = function.__kwdefaults__  # kept as well: a window looks at its memory
    return function.__code__, function.__defaults__, named, dict(named or {}), cells


def _content(cell: CellType) -> Any:
    try:
        return cell.cell_contents
    except ValueError:
        return _MISSING


def _counts(module: str, key: str, value: Any) -> bool:
    constant = key.isupper() or module.partition(".")[0] == "course"
    return (_is_code(value) or constant) and key not in LAZY and f"{module}.{key}" != HIDDEN


def _is_code(value: Any) -> bool:
    """What is called or looked into, and hardly ever replaced by who owns it."""
    return callable(value) or isinstance(value, ModuleType | staticmethod | classmethod)


def write_again(found: Written) -> Written:
    """The same places as they are now, after the course's own set-up cell has run."""
    for number in _touched(found):
        found.entries[number] = _as_it_is(*found.entries[number])
    hooks = [(name, hooks, [*hooks]) for name, hooks in HOOKS]
    signals = [(number, _signal.getsignal(number)) for number in map(int, SIGNALS)]
    return found._replace(hooks=hooks, signals=signals)


def _as_it_is(what: str, name: str, thing: Any, saved: Any) -> Entry:
    now: Any
    if what == "table":
        now = [(key, thing.get(key, _MISSING)) for key, _ in saved[0]], BUILTINS - thing.keys(), frozenset(thing)
    elif what == "class":
        now = [(key, vars(thing).get(key, _MISSING)) for key, _ in saved[0]], frozenset(vars(thing))
    elif what == "bases":
        now = thing.__bases__
    elif what == "type":
        now = type(thing)
    else:
        now = _code(thing)
    return what, name, thing, now


def _touched(found: Written) -> list[int]:
    """Entries to look at, in order: what was written to since the last time, and what has no window."""
    now = b"".join(found.windows)
    numbers = {*found.always, *found.heard}
    found.heard.clear()
    if now != found.seen:
        pairs = zip(_pointers(now), _pointers(found.seen), found.numbers, strict=True)
        numbers |= {number for new, old, number in pairs if new != old}
        found.seen[:] = now  # from before the close look: what is written to meanwhile is seen the next time
    return sorted(numbers)


def _pointers(seen: bytes | bytearray) -> memoryview:
    """What the windows showed, one number each."""
    return memoryview(seen).cast("P")


def put_back(found: Written) -> list[str]:
    """Names of what has been changed; everything is as it was written down when this returns."""
    changes, written = list[str](), set[int]()
    for number in _touched(found):
        what, name, thing, saved = found.entries[number]
        wrong = [*_LOOK[what](name, thing, saved)]
        if wrong:
            written.add(number)
        elif name not in IN_USE and number not in found.always:
            if what in ("table", "class") and _grown(name, thing, saved):
                found.entries[number] = _as_it_is(what, name, thing, saved)
            else:
                wrong = [f"{name} (and changed back)"]
        changes += wrong
    if written:  # to put it back was to write to it
        now, seen = _pointers(b"".join(found.windows)), _pointers(found.seen)
        for i in [i for i, number in enumerate(found.numbers) if number in written]:
            seen[i] = now[i]
        found.heard[:] = [number for number in found.heard if number not in written]
    return list(dict.fromkeys([*changes, *_in_hooks(found), *_tracing(), *_in_signals(found.signals)]))


def _in_table(name: str, table: dict[str, Any], saved: tuple[Rows, frozenset[str], frozenset[str]]) -> Iterator[str]:
    rows, hiding, _ = saved
    get = table.get
    for key, value in rows:
        if get(key, _MISSING) is not value:
            if value is _MISSING:  # gevent's patches take `select.epoll` away
                del table[key]
            else:
                table[key] = value
            yield f"{name}.{key}"
    if not hiding.isdisjoint(table):
        for key in hiding & table.keys():
            del table[key]
            yield f"{name}.{key}"


def _in_function(name: str, function: FunctionType, saved: Code) -> Iterator[str]:
    """Whether it consists of something else; it is put back."""
    code, defaults, named, content, cells = saved
    if _same(_parts(*_code(function)), _parts(*saved)):
        return
    function.__code__, function.__defaults__, function.__kwdefaults__ = code, defaults, named
    if named is not None:
        named.clear()
        named.update(content)
    for cell, held in zip(function.__closure__ or (), cells, strict=True):
        if held is not _MISSING:
            cell.cell_contents = held
    yield name


def _parts(code: Any, defaults: Any, named: Any, content: dict[str, Any], cells: list[Any]) -> list[Any]:
    return [code, defaults, named, *content, *content.values(), *cells]


def _same(some: Sequence[Any], others: Sequence[Any]) -> bool:
    """Whether both hold the very same objects. Not by `id`: that is an audit event each time."""
    return len(some) == len(others) and all(map(is_, some, others))


def _in_class(name: str, kind: type, saved: tuple[Rows, frozenset[str]]) -> Iterator[str]:
    rows, known = saved
    now = kind.__dict__
    for key, value in rows:
        if now.get(key, _MISSING) is not value:
            delattr(kind, key) if value is _MISSING else setattr(kind, key, value)
            yield f"{name}.{key}"
    if len(now) != len(known):
        for key in set(now) - known - LAZY:
            delattr(kind, key)
            yield f"{name}.{key}"


def _in_bases(name: str, kind: type, bases: tuple[type, ...]) -> Iterator[str]:
    if kind.__bases__ is not bases:
        kind.__bases__ = bases
        yield f"{name}.__bases__"


def _in_type(name: str, module: ModuleType, kind: type) -> Iterator[str]:
    if type(module) is not kind:
        module.__class__ = kind
        yield f"the class of {name}"


def _grown(name: str, thing: Any, saved: Any) -> bool:
    """Whether Python itself has written to it, to keep something for the next time: a module, in a package."""
    table = vars(thing) if isinstance(thing, type) else thing
    return bool(new := table.keys() - saved[-1]) and all(
        key in LAZY or sys.modules.get(key if name == "sys.modules" else f"{name}.{key}") is table[key] for key in new
    )


def _in_hooks(found: Written) -> Iterator[str]:
    for name, hooks, saved in found.hooks:
        if not _same(hooks, saved):
            hooks[:] = saved
            yield name


_LOOK: dict[str, Callable[[str, Any, Any], Iterator[str]]] = {
    "table": _in_table,
    "class": _in_class,
    "bases": _in_bases,
    "type": _in_type,
    "function": _in_function,
}


def _tracing() -> Iterator[str]:
    if sys.gettrace() or sys.getprofile() or threading.gettrace() or threading.getprofile():
        sys.settrace(None)
        sys.setprofile(None)
        threading.settrace(None)
        threading.setprofile(None)
        yield "sys.settrace"


def _in_signals(signals: list[tuple[int, Any]]) -> Iterator[str]:
    if signals and any(signal.getitimer(timer)[0] for timer in TIMERS):
        for timer in TIMERS:
            signal.setitimer(timer, 0)
        yield "signal.setitimer"
    for number, handler in signals:
        if _signal.getsignal(number) is not handler:
            _signal.signal(number, handler)
            yield f"the handler of {signal.Signals(number).name}"
