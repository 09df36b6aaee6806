"""Attributes that lead from a function or a greenlet into the frames and names behind it, made to tell who reads them.

Of `tb_frame` and the like Python itself raises an audit event; of these it does not, so each of them gets a property
that raises the same event first. Only the attribute by its name is replaced: Python's own machinery, and compiled code,
reads the memory. It is for a run's process, whose witness listens (`witness.py`): what is told stays told for good.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Callable
from types import FunctionType
from typing import Any

EVENT = "object.__getattr__"
#: not `__self__` of methods: gevent's compiled code reads it whenever a learner links a method
OF_FUNCTIONS = ("__globals__", "__closure__")
OF_GREENLETS = ("gr_frame",)


def tell_who_reads() -> Callable[[], object]:
    """From now on; for good. Returns what takes it back, for tests."""
    leads: list[tuple[type, tuple[str, ...]]] = [(FunctionType, OF_FUNCTIONS)]
    if "greenlet" in sys.modules:
        leads.append((sys.modules["greenlet"].greenlet, OF_GREENLETS))
    undo = [_replace(kind, name) for kind, names in leads for name in names]
    return lambda: [step() for step in undo]


def _replace(kind: type, name: str) -> Callable[[], object]:
    table = _table(kind)
    real = table[name]
    read, audit = real.__get__, sys.audit

    def told(value: Any) -> Any:
        audit(EVENT, value, name)
        return read(value)

    def put(member: Any) -> None:
        table[name] = member
        ctypes.pythonapi.PyType_Modified(ctypes.py_object(kind))

    put(property(told, getattr(real, "__set__", None), getattr(real, "__delete__", None), real.__doc__))
    return lambda: put(real)


def _table(kind: type) -> dict[str, Any]:
    """The dict behind `kind.__dict__`, which is for reading only."""
    (table,) = (it for it in gc.get_referents(kind.__dict__) if type(it) is dict)
    return table
