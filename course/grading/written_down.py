"""What the seal compares with: everything that checks rely on, as it was before a learner's line has run.

Written down are functions, classes, modules and constants, by identity, in modules and in classes, with what functions
consist of, `sys.modules`, hooks of imports and of gc, signals; and the windows through which memory tells what was
written to since the last look (`windows.py`).
"""

from __future__ import annotations

import builtins
import copyreg
import gc
import signal
import sys
from array import array
from collections.abc import Sequence
from contextlib import suppress
from types import CellType, FunctionType, ModuleType
from typing import Any, NamedTuple

from course.grading.sealed_modules import HIDDEN, is_sealed, is_taken_away
from course.grading.windows import Window, changed, over_bases, over_class, over_dict, over_function, over_type

SIGNALS = tuple(sorted(signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}))  # a handler gets a frame
HOOKS: list[tuple[str, list[Any]]] = [
    ("sys.meta_path", sys.meta_path),
    ("sys.path_hooks", sys.path_hooks),
    ("gc.callbacks", gc.callbacks),
]
_signal: Any = sys.modules["_signal"]  # Python's `signal` turns each handler into an enum, if it can
#: made by Python itself, when it needs them; before anything is written down it is made to need them
LAZY = {
    *("__annotations__", "__annotate__", "__annotations_cache__", "__doc__", "__slotnames__", "__warningregistry__"),
}
BUILTINS, NONE = frozenset(dir(builtins)), frozenset[str]()
_slotnames: Any = copyreg._slotnames  # type: ignore[attr-defined]  # which pickles keep in a class
HEAP, IMMUTABLE = 1 << 9, 1 << 8  # type flags of CPython: made by a class statement; attributes cannot be set

Rows = Sequence[tuple[str, Any]]
Code = tuple[Any, Any, dict[str, Any] | None, dict[str, Any], list[Any]]
Entry = tuple[str, str, Any, Any]  #: what it is (see _LOOK), its name, the thing, and how it was
MISSING = object()


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
    modules = {name: module for name, module in sys.modules.items() if is_sealed(name)}
    shown = [(name, module) for name, module in modules.items() if not is_taken_away(name)]
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
        (shown, NONE, frozenset(name for name in sys.modules if not is_taken_away(name))),
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
    table.setdefault("__warningregistry__", {})
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
    _fill(kind)
    ours = module.partition(".")[0] == "course"  # a default of a log's field is no code
    members = [it for it in vars(kind).items() if ours or _is_code(it[1]) or isinstance(it[1], property)]
    name = f"{module}.{kind.__qualname__}"
    _add(found, "class", name, kind, (members, frozenset(vars(kind))), [over_class(kind)])
    _add(found, "bases", name, kind, kind.__bases__, [over_bases(kind)])
    if ours and (fields := vars(kind).get("__dataclass_fields__")):  # by these a log is shown
        rows = [*fields.items()], NONE, frozenset(fields)
        _add(found, "table", f"{name}'s fields", fields, rows, [over_dict(fields)])
    for _, value in members:
        function = getattr(value, "__func__", getattr(value, "fget", value))
        if type(function) is FunctionType:
            _write_function(found, function)


def _fill(kind: type) -> None:
    with suppress(Exception):
        kind.__annotations__  # noqa: B018
    with suppress(Exception):
        _slotnames(kind)


def _write_function(found: Written, function: FunctionType) -> None:
    name = f"{function.__module__}.{function.__qualname__}"
    found.functions[id(function)] = len(found.entries)
    _add(found, "function", name, function, code_of(function), over_function(function))


def code_of(function: FunctionType) -> Code:
    cells = [_content(cell) for cell in function.__closure__ or ()]
    named = function.__kwdefaults__  # kept as well: a window looks at its memory
    return function.__code__, function.__defaults__, named, dict(named or {}), cells


def _content(cell: CellType) -> Any:
    try:
        return cell.cell_contents
    except ValueError:
        return MISSING


def _counts(module: str, key: str, value: Any) -> bool:
    constant = key.isupper() or module.partition(".")[0] == "course"
    return (_is_code(value) or constant) and key not in LAZY and f"{module}.{key}" != HIDDEN


def _is_code(value: Any) -> bool:
    """What is called or looked into, and hardly ever replaced by who owns it."""
    return callable(value) or isinstance(value, ModuleType | staticmethod | classmethod)


def write_again(found: Written) -> Written:
    """The same places as they are now, after the course's own set-up cell has run.

    Not `sys.modules`: what the cell imports was there before, and to look up a module is to copy a page.
    """
    for number in touched(found):
        if found.entries[number][2] is not sys.modules:
            found.entries[number] = as_it_is(*found.entries[number])
    hooks = [(name, hooks, [*hooks]) for name, hooks in HOOKS]
    signals = [(number, _signal.getsignal(number)) for number in map(int, SIGNALS)]
    return found._replace(hooks=hooks, signals=signals)


def settle(found: Written) -> None:
    """What was written to so far does not count: nobody's code has run yet, but this process was forked."""
    touched(found)


def as_it_is(what: str, name: str, thing: Any, saved: Any) -> Entry:
    now: Any
    if what == "table":
        now = [(key, thing.get(key, MISSING)) for key, _ in saved[0]], BUILTINS - thing.keys(), frozenset(thing)
    elif what == "class":
        now = [(key, vars(thing).get(key, MISSING)) for key, _ in saved[0]], frozenset(vars(thing))
    elif what == "bases":
        now = thing.__bases__
    elif what == "type":
        now = type(thing)
    else:
        now = code_of(thing)
    return what, name, thing, now


def touched(found: Written) -> list[int]:
    """Entries to look at, in order: what was written to since the last time, and what has no window."""
    numbers = {*found.always, *found.heard, *(found.numbers[i] for i in changed(found.windows, found.seen))}
    found.heard.clear()
    return sorted(numbers)
