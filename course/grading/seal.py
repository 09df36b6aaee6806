"""A seal on what the checks rely on: written down before a learner's line has run, compared and put back afterwards.

Whoever patches `course`, `builtins`, `threading` or `json` in an answer's cell has lost it before the test begins;
whoever does it while the test runs is found out before the test may report. Sealed are functions, classes, modules and
constants, by identity, in modules and in classes; that nothing was added which hides a builtin or a method; what
functions consist of; `sys.modules`, hooks of imports and of gc, signals. Nothing is compared by `==`: a learner's value
would be asked.

No class here: classes can be found by whoever looks for subclasses of `object`, and these functions should not be.
"""

from __future__ import annotations

import builtins
import gc
import signal
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from types import CellType, FunctionType, ModuleType
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
        "posixpath",
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
SIGNALS = tuple(sorted(signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}))  # a handler gets a frame
TIMERS = (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF)
HOOKS: list[tuple[str, list[Any]]] = [
    ("sys.meta_path", sys.meta_path),
    ("sys.path_hooks", sys.path_hooks),
    ("gc.callbacks", gc.callbacks),
]
_signal: Any = sys.modules["_signal"]  # Python's `signal` turns each handler into an enum, if it can
LAZY = {"__annotations__", "__annotate__", "__annotations_cache__", "__doc__", "__slotnames__"}  # made when asked for
BUILTINS = frozenset(dir(builtins))
HEAP, IMMUTABLE = 1 << 9, 1 << 8  # type flags of CPython: made by a class statement; attributes cannot be set

Rows = Sequence[tuple[str, Any]]
Code = tuple[Any, Any, Any, list[Any]]
_MISSING = object()


class Written(NamedTuple):
    """What is there: tables of modules, classes with their members, functions with their code, hooks and signals.

    `hiding`: names of builtins that a module's table has not, so that they mean Python's own there. `derived`: the
    bases of classes. `made_of`: the classes of modules, which answer for a module's names before its table does.
    """

    tables: list[tuple[str, dict[str, Any], Rows]]
    hiding: list[tuple[str, dict[str, Any], frozenset[str]]]
    classes: list[tuple[str, type, Rows, frozenset[str]]]
    derived: list[tuple[str, type, tuple[type, ...]]]
    made_of: list[tuple[str, ModuleType, type]]
    functions: list[tuple[str, FunctionType, Code]]
    library: list[tuple[str, FunctionType, Code]]
    hooks: list[tuple[str, list[Any], list[Any]]]
    signals: list[tuple[int, Any]]


def write_down() -> Written:
    """Everything of the modules that are there now. Takes some milliseconds."""
    modules = {name: module for name, module in sys.modules.items() if name.partition(".")[0] in SEALED}
    shown = [(name, module) for name, module in modules.items() if not name.startswith(HIDDEN)]
    found = Written([], [], [], [], [], [], [], [], [])
    found.tables.extend([("builtins", vars(modules["builtins"]), []), ("sys.modules", sys.modules, shown)])
    found.made_of.extend((name, module, type(module)) for name, module in modules.items())
    seen: set[int] = set()
    for name, module in sorted(modules.items(), key=lambda item: item[0] != "builtins"):
        _write_module(found, name, vars(module), seen)
    found.tables[0] = next(row for row in found.tables[2:] if row[0] == "builtins")  # first: the rest calls them
    return write_again(found)


def _write_module(found: Written, name: str, table: dict[str, Any], seen: set[int]) -> None:
    found.tables.append((name, table, [(key, value) for key, value in table.items() if _counts(name, key, value)]))
    found.hiding.append((name, table, BUILTINS - table.keys()))
    for value in table.values():
        if getattr(value, "__module__", None) == name and id(value) not in seen:
            seen.add(id(value))
            if type(value) is FunctionType:
                _write_function(found, value)
            elif isinstance(value, type) and value.__flags__ & HEAP and not value.__flags__ & IMMUTABLE:
                _write_class(found, name, value)


def _write_class(found: Written, module: str, kind: type) -> None:
    ours = module.partition(".")[0] == "course"  # a default of a log's field is no code
    members = [it for it in vars(kind).items() if ours or _is_code(it[1]) or isinstance(it[1], property)]
    name = f"{module}.{kind.__qualname__}"
    found.classes.append((name, kind, members, frozenset(vars(kind))))
    found.derived.append((name, kind, kind.__bases__))
    for _, value in members:
        function = getattr(value, "__func__", getattr(value, "fget", value))
        if type(function) is FunctionType:
            _write_function(found, function)


def _write_function(found: Written, function: FunctionType) -> None:
    ours = (function.__module__ or "").partition(".")[0] == "course"
    table = found.functions if ours else found.library
    table.append((f"{function.__module__}.{function.__qualname__}", function, _code(function)))


def _code(function: FunctionType) -> Code:
    cells = [_content(cell) for cell in function.__closure__ or ()]
    return function.__code__, function.__defaults__, dict(function.__kwdefaults__ or {}), cells


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
    return Written(
        [(name, table, [(key, table.get(key, _MISSING)) for key, _ in rows]) for name, table, rows in found.tables],
        [(name, table, BUILTINS - table.keys()) for name, table, _ in found.hiding],
        [
            (name, kind, [(key, vars(kind).get(key, _MISSING)) for key, _ in rows], frozenset(vars(kind)))
            for name, kind, rows, _ in found.classes
        ],
        [(name, kind, kind.__bases__) for name, kind, _ in found.derived],
        [(name, module, type(module)) for name, module, _ in found.made_of],
        [(name, function, _code(function)) for name, function, _ in found.functions],
        [(name, function, _code(function)) for name, function, _ in found.library],
        [(name, hooks, [*hooks]) for name, hooks in HOOKS],
        [(number, _signal.getsignal(number)) for number in map(int, SIGNALS)],
    )


def put_back(found: Written, library: bool = True) -> list[str]:
    """Names of what has been changed; everything is as it was written down when this returns.

    `library`: also what its functions consist of. That takes milliseconds: each is asked for under the witness's ears.
    """
    changes = [*_in_kinds(found)]
    changes += [change for name, table, rows in found.tables for change in _in_table(name, table, rows)]
    for name, table, names in found.hiding:
        if not names.isdisjoint(table):
            changes += [f"{name}.{key}" for key in names & table.keys() if table.pop(key, True)]
    changes += [change for entry in found.classes for change in _in_class(*entry)]
    changes += [name for name, function, code in found.functions if _swapped(function, *code)]
    changes += [name for name, function, code in found.library if library and _swapped(function, *code)]
    for name, hooks, saved in found.hooks:
        if not _same(hooks, saved):
            hooks[:] = saved
            changes.append(name)
    return list(dict.fromkeys([*changes, *_tracing(), *_in_signals(found.signals)]))


def _in_kinds(found: Written) -> Iterator[str]:
    for name, module, kind in found.made_of:
        if type(module) is not kind:
            module.__class__ = kind
            yield f"the class of {name}"
    for name, derived, bases in found.derived:
        if derived.__bases__ is not bases:
            derived.__bases__ = bases
            yield f"{name}.__bases__"


def _in_table(name: str, table: dict[str, Any], rows: Rows) -> Iterator[str]:
    get = table.get
    for key, value in rows:
        if get(key, _MISSING) is not value:
            if value is _MISSING:  # gevent's patches take `select.epoll` away
                del table[key]
            else:
                table[key] = value
            yield f"{name}.{key}"


def _swapped(function: FunctionType, code: Any, defaults: Any, named: dict[str, Any], cells: list[Any]) -> bool:
    """Whether it consists of something else; it is put back."""
    if function.__code__ is code and function.__defaults__ is defaults and not (named or cells):
        return False  # nearly all
    if _same(_parts(*_code(function)), _parts(code, defaults, named, cells)):
        return False
    function.__code__, function.__defaults__, function.__kwdefaults__ = code, defaults, dict(named) or None
    for cell, content in zip(function.__closure__ or (), cells, strict=True):
        if content is not _MISSING:
            cell.cell_contents = content
    return True


def _parts(code: Any, defaults: Any, named: dict[str, Any], cells: list[Any]) -> list[Any]:
    return [code, defaults, *named, *named.values(), *cells]


def _same(some: Iterable[Any], others: Iterable[Any]) -> bool:
    """Whether both hold the very same objects."""
    return [*map(id, some)] == [*map(id, others)]


def _in_class(name: str, kind: type, rows: Rows, known: frozenset[str]) -> Iterator[str]:
    now = kind.__dict__
    for key, value in rows:
        if now.get(key, _MISSING) is not value:
            delattr(kind, key) if value is _MISSING else setattr(kind, key, value)
            yield f"{name}.{key}"
    if len(now) != len(known):
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


def _in_signals(signals: list[tuple[int, Any]]) -> Iterator[str]:
    if signals and any(signal.getitimer(timer)[0] for timer in TIMERS):
        for timer in TIMERS:
            signal.setitimer(timer, 0)
        yield "signal.setitimer"
    for number, handler in signals:
        if _signal.getsignal(number) is not handler:
            _signal.signal(number, handler)
            yield f"the handler of {signal.Signals(number).name}"
