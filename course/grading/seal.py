"""A seal on what the checks rely on: written down before a learner's line has run, compared and put back afterwards.

Whoever patches `course`, `builtins`, `threading` or `json` in an answer's cell has lost it before the test begins;
whoever does it while the test runs is found out before the test may report. Sealed are functions, classes and modules,
by identity, in modules and in classes; the code of the course's own functions; `sys.modules`, import hooks, signals.

No class here: classes can be found by whoever looks for subclasses of `object`, and these functions should not be.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

#: Packages whose modules are sealed. Checks use these; what learners import beside them is theirs.
SEALED = frozenset(
    [
        "course",
        "builtins",
        "json",
        "ast",
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
        "asyncio",
        "gevent",
        "greenlet",
        "multiprocessing",
        "traceback",
        "linecache",
        "collections",
        "contextlib",
        "dataclasses",
        "functools",
        "importlib",
        "inspect",
        "types",
        "weakref",
        "random",
        "re",
        "subprocess",
        "tempfile",
        "operator",
        "itertools",
        "io",
        "codecs",
        "copy",
        "enum",
        "string",
        "struct",
        "ssl",
        "signal",
        "pickle",
        "_frozen_importlib",
        "_frozen_importlib_external",
    ]
)
HIDDEN = "course.grading"  #: taken away from a run before the learner's code begins
SIGNALS = (signal.SIGINT, signal.SIGALRM, signal.SIGVTALRM, signal.SIGPROF, signal.SIGUSR1, signal.SIGUSR2)
LAZY = {"__annotations__", "__annotate__", "__annotations_cache__", "__doc__", "__slotnames__"}  # made when asked for
HEAP, IMMUTABLE = 1 << 9, 1 << 8  # type flags of CPython: made by a class statement; attributes cannot be set

Rows = Sequence[tuple[str, Any]]
Code = tuple[Any, Any, Any]
_MISSING = object()


class Written(NamedTuple):
    """What is there: tables of modules, classes with their members, functions with their code, hooks and signals."""

    tables: list[tuple[str, dict[str, Any], Rows]]
    classes: list[tuple[str, type, Rows, frozenset[str] | None]]
    functions: list[tuple[str, FunctionType, Code]]
    hooks: list[tuple[str, list[Any], list[Any]]]
    signals: list[tuple[signal.Signals, Any]]


def write_down() -> Written:
    """Everything of the modules that are there now. Takes some milliseconds."""
    modules = {name: module for name, module in sys.modules.items() if name.partition(".")[0] in SEALED}
    shown = [(name, module) for name, module in modules.items() if not name.startswith(HIDDEN)]
    found = Written([("builtins", vars(modules["builtins"]), []), ("sys.modules", sys.modules, [])], [], [], [], [])
    found.tables[1:] = [("sys.modules", sys.modules, shown)]
    seen: set[int] = set()
    for name, module in sorted(modules.items(), key=lambda item: item[0] != "builtins"):
        _write_module(found, name, vars(module), seen)
    found.tables[0] = next(row for row in found.tables[2:] if row[0] == "builtins")  # first: the rest calls them
    return write_again(found)


def _write_module(found: Written, name: str, table: dict[str, Any], seen: set[int]) -> None:
    found.tables.append((name, table, [(key, value) for key, value in table.items() if _counts(name, key, value)]))
    for value in table.values():
        if getattr(value, "__module__", None) == name and id(value) not in seen:
            seen.add(id(value))
            if type(value) is FunctionType:
                _write_function(found, value)
            elif isinstance(value, type) and value.__flags__ & HEAP and not value.__flags__ & IMMUTABLE:
                _write_class(found, name, value)


def _write_class(found: Written, module: str, kind: type) -> None:
    members = [(key, value) for key, value in vars(kind).items() if _is_code(value) or isinstance(value, property)]
    known = frozenset(vars(kind)) if module.partition(".")[0] == "course" else None
    found.classes.append((f"{module}.{kind.__qualname__}", kind, members, known))
    for _, value in members:
        function = getattr(value, "__func__", getattr(value, "fget", value))
        if type(function) is FunctionType:
            _write_function(found, function)


def _write_function(found: Written, function: FunctionType) -> None:
    if (function.__module__ or "").partition(".")[0] == "course":
        found.functions.append((f"{function.__module__}.{function.__qualname__}", function, _code(function)))


def _code(function: FunctionType) -> Code:
    return function.__code__, function.__defaults__, dict(function.__kwdefaults__ or {})


def _counts(module: str, key: str, value: Any) -> bool:
    return _is_code(value) and f"{module}.{key}" != HIDDEN


def _is_code(value: Any) -> bool:
    """What is called or looked into, and hardly ever replaced by who owns it."""
    return callable(value) or isinstance(value, ModuleType | staticmethod | classmethod)


def write_again(found: Written) -> Written:
    """The same places as they are now, after the course's own set-up cell has run."""
    return Written(
        [(name, table, [(key, table.get(key, _MISSING)) for key, _ in rows]) for name, table, rows in found.tables],
        [
            (name, kind, [(key, vars(kind).get(key, _MISSING)) for key, _ in rows], known and frozenset(vars(kind)))
            for name, kind, rows, known in found.classes
        ],
        [(name, function, _code(function)) for name, function, _ in found.functions],
        [("sys.meta_path", sys.meta_path, [*sys.meta_path]), ("sys.path_hooks", sys.path_hooks, [*sys.path_hooks])],
        [(number, signal.getsignal(number)) for number in SIGNALS],
    )


def put_back(found: Written) -> list[str]:
    """Names of what has been changed; everything is as it was written down when this returns."""
    changes = [change for name, table, rows in found.tables for change in _in_table(name, table, rows)]
    changes += [change for entry in found.classes for change in _in_class(*entry)]
    for name, function, code in found.functions:
        if function.__code__ is not code[0] or function.__defaults__ is not code[1] or _code(function)[2] != code[2]:
            function.__code__, function.__defaults__, function.__kwdefaults__ = code
            changes.append(name)
    for name, hooks, saved in found.hooks:
        if [*hooks] != saved:
            hooks[:] = saved
            changes.append(name)
    return list(dict.fromkeys([*changes, *_tracing(), *_in_signals(found.signals)]))


def _in_table(name: str, table: dict[str, Any], rows: Rows) -> Iterator[str]:
    get = table.get
    for key, value in rows:
        if get(key, _MISSING) is not value:
            if value is _MISSING:  # gevent's patches take `select.epoll` away
                del table[key]
            else:
                table[key] = value
            yield f"{name}.{key}"


def _in_class(name: str, kind: type, rows: Rows, known: frozenset[str] | None) -> Iterator[str]:
    now = kind.__dict__
    for key, value in rows:
        if now.get(key, _MISSING) is not value:
            delattr(kind, key) if value is _MISSING else setattr(kind, key, value)
            yield f"{name}.{key}"
    if known is not None and len(now) != len(known):
        for key in set(now) - known - LAZY:
            delattr(kind, key)
            yield f"{name}.{key}"


def _tracing() -> Iterator[str]:
    if sys.gettrace() or sys.getprofile() or threading.gettrace() or threading.getprofile():
        sys.settrace(None)
        sys.setprofile(None)
        threading.settrace(None)
        threading.setprofile(None)
        yield "sys.settrace"


def _in_signals(signals: list[tuple[signal.Signals, Any]]) -> Iterator[str]:
    if signals and any(signal.getitimer(timer)[0] for timer in (signal.ITIMER_REAL, signal.ITIMER_PROF)):
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.setitimer(signal.ITIMER_PROF, 0)
        yield "signal.setitimer"
    for number, handler in signals:
        if signal.getsignal(number) != handler:
            signal.signal(number, handler)
            yield f"the handler of {number.name}"
