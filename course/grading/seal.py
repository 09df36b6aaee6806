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

import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from operator import is_
from types import FunctionType, ModuleType
from typing import Any

from course.grading.windows import pointers
from course.grading.written_down import MISSING, Code, Rows, Written, code_of, touched

#: What is written to while a test runs though no learner does: probes patch the first two and take it back, the others
#: keep something for themselves. There a patch that takes itself back is not seen.
IN_USE = frozenset({"threading.Thread", "socket", "concurrent.futures", "concurrent.futures.process", "gevent.hub.Hub"})
_signal: Any = sys.modules["_signal"]  # `signal` turns each handler into an enum, if it can
_getsignal = _signal.getsignal  # bound here: what stands there later is of Python, and slow (`told.py`)
TIMERS = (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF)


def put_back(found: Written) -> list[str]:
    """Names of what has been changed; everything is as it was written down when this returns."""
    changes, written = list[str](), set[int]()
    for number in touched(found):
        what, name, thing, saved = found.entries[number]
        wrong = [*_LOOK[what](name, thing, saved)]
        if wrong:
            written.add(number)
        elif name not in IN_USE and number not in found.always:
            if what == "table" and _grown(name, thing, saved):
                found.entries[number] = what, name, thing, (*saved[:-1], frozenset(thing))
            else:
                wrong = [f"{name} (and changed back)"]
        changes += wrong
    if written:  # to put it back was to write to it
        now, seen = pointers(b"".join(found.windows)), pointers(found.seen)
        for i in [i for i, number in enumerate(found.numbers) if number in written]:
            seen[i] = now[i]
        found.heard[:] = [number for number in found.heard if number not in written]
    return list(dict.fromkeys([*changes, *_in_hooks(found), *_tracing(), *_in_signals(found.signals)]))


def _in_table(name: str, table: dict[str, Any], saved: tuple[Rows, frozenset[str], frozenset[str]]) -> Iterator[str]:
    rows, hiding, _ = saved
    get = table.get
    for key, value in rows:
        if get(key, MISSING) is not value:
            if value is MISSING:  # gevent's patches take `select.epoll` away
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
    if _same(_parts(*code_of(function)), _parts(*saved)):
        return
    function.__code__, function.__defaults__, function.__kwdefaults__ = code, defaults, named
    if named is not None:
        named.clear()
        named.update(content)
    for cell, held in zip(function.__closure__ or (), cells, strict=True):
        if held is not MISSING:
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
        if now.get(key, MISSING) is not value:
            delattr(kind, key) if value is MISSING else setattr(kind, key, value)
            yield f"{name}.{key}"
    if len(now) != len(known):
        for key in set(now) - known:
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
    """Whether Python itself has written to it, to keep something for the next time: a module, in a package that is not
    ours; all of ours that a check needs is there.
    """
    new = dict.keys(thing) - saved[-1]
    whole = "" if name == "sys.modules" else f"{name}."
    return (
        bool(new)
        and not name.startswith(("course.probes", "course.mutants"))
        and all(sys.modules.get(f"{whole}{key}") is thing[key] for key in new)
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
        if _getsignal(number) is not handler:
            _signal.signal(number, handler)
            yield f"the handler of {signal.Signals(number).name}"
