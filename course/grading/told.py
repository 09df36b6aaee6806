"""Attributes that lead from a function or a greenlet into the frames and names behind it, made to tell who reads them.

Of `tb_frame` and the like Python itself raises an audit event; of these it does not, so each of them gets a property
that raises the same event first. Only the attribute by its name is replaced: Python's own machinery, and compiled code,
reads the memory. It is for a run's process, whose witness listens (`witness.py`): what is told stays told for good.

Handlers of signals get no frame at all, and modules of C which could be made again, with functions as they were before,
are not.
"""

from __future__ import annotations

import _imp
import ctypes
import sys
from collections.abc import Callable
from types import FunctionType, ModuleType, SimpleNamespace
from typing import Any

from course.grading.windows import dict_behind
from course.probes.handed import opaque_function

_signal: Any = sys.modules["_signal"]
EVENT = "object.__getattr__"
#: not `__self__` of methods: gevent's compiled code reads it whenever a learner links a method
OF_FUNCTIONS = ("__globals__", "__closure__")
OF_GREENLETS = ("gr_frame",)
MADE_AGAIN = "makes a module of Python's own again"  #: an event of ours
MADE_ONCE = frozenset({"sys", "builtins", "_imp", "_signal", "gc"})


def tell_who_reads() -> None:
    """From now on; for good."""
    leads: list[tuple[type, tuple[str, ...]]] = [(FunctionType, OF_FUNCTIONS)]
    if "greenlet" in sys.modules:
        leads.append((sys.modules["greenlet"].greenlet, OF_GREENLETS))
    for kind, names in leads:
        for name in names:
            _tell_of(kind, name)
    _without_frames()
    _imp.create_builtin = _made_once(_imp.create_builtin)


def _tell_of(kind: type, name: str) -> None:
    table = dict_behind(kind)
    assert table is not None
    real = table[name]
    read, audit = real.__get__, sys.audit

    def told(value: Any) -> Any:
        audit(EVENT, value, name)
        return read(value)

    table[name] = property(told, getattr(real, "__set__", None), getattr(real, "__delete__", None), real.__doc__)
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(kind))


def _without_frames() -> None:
    """Handlers get None: a frame leads to those behind it, and a handler can be taken back. Who asks which handler
    there is gets his own, as asyncio does before it takes one back.
    """
    set_handler, get_handler = _signal.signal, _signal.getsignal
    made: list[tuple[Any, Any]] = []  # what was handed over, and what stands for it

    def given(handler: Any) -> Any:
        return next((own for own, other in made if other is handler), handler)

    def signal(number: int, handler: Any, /) -> Any:
        if callable(handler) and handler is not _signal.default_int_handler:  # which looks at no frame
            if not any(own is handler for own, _ in made):
                made.append((handler, _frameless(handler)))
            handler = next(other for own, other in made if own is handler)
        return given(set_handler(number, handler))

    def getsignal(number: int, /) -> Any:
        return given(get_handler(number))

    _signal.signal, _signal.getsignal = signal, getsignal


def _frameless(handler: Callable[[int, None], Any]) -> Callable[..., Any]:
    return opaque_function(lambda number, frame: handler(number, None))


def _made_once(make: Callable[[Any], ModuleType]) -> Callable[[Any], ModuleType]:
    audit = sys.audit

    def create_builtin(spec: Any, /) -> ModuleType:
        name = str.__str__(spec.name)
        if name in MADE_ONCE:
            audit(MADE_AGAIN, name)
        return make(SimpleNamespace(name=name))

    return create_builtin
