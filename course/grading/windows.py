"""Whether an object was changed, seen through its memory: without touching it, and not only from one look to the next.

A process that was forked shares its pages with its parent until it writes to them, and asking Python for an object
writes to it: its references are counted. To look up some thousands of names in a new process copies a thousand pages.
What is needed here can be read without that: CPython up to 3.12 gives a dict a new version number at each change, from
one counter for all (PEP 509), and a class refers to its bases at a fixed place. A number that has been
left is never taken again, so what was changed and changed back is seen too.

Nothing here relies on a layout that was not found out by trying. Where dicts have no such number, `over_dict` gives
None, and who asks has to look for himself.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Sequence
from types import CellType, FunctionType
from typing import Any

POINTER = ctypes.sizeof(ctypes.c_void_p)
VERSION = 3 * POINTER  #: in a dict: behind the count of references, the type and the number of entries

CHUNK = 64 * POINTER  #: bytes of windows that are compared at once

Window = Any  #: a ctypes array over a pointer's width of memory; `window.raw` is what is there now


def _window(address: int) -> Window:
    return (ctypes.c_char * POINTER).from_address(address)


def over_dict(table: dict[str, Any]) -> Window | None:
    """Changes whenever `table` is written to; None if this Python has nothing that does."""
    return _window(id(table) + VERSION) if HAS_VERSIONS else None


def over_class(kind: type) -> Window | None:
    """Changes whenever an attribute of `kind` is set."""
    table = dict_behind(kind)
    return None if table is None else over_dict(table)


def dict_behind(kind: type) -> dict[str, Any] | None:
    """The dict that `kind.__dict__` shows, for reading only; None if this Python does not tell which it is."""
    found = [it for it in gc.get_referents(kind.__dict__) if type(it) is dict]
    return found[0] if len(found) == 1 else None


def over_function(function: FunctionType) -> list[Window | None]:
    """Change when what is in its closure or in its defaults changes. Of other code, an audit event tells."""
    cells = [_window(id(cell) + CELL) for cell in function.__closure__ or ()]
    return [*cells, over_dict(function.__kwdefaults__)] if function.__kwdefaults__ else cells


def over_bases(kind: type) -> Window:
    """Changes when `kind` gets other bases."""
    return _window(id(kind) + BASES)


def over_type(value: object) -> Window:
    """Changes when `value` becomes one of another class."""
    return _window(id(value) + KIND)


def changed(windows: Sequence[Window], seen: bytearray) -> list[int]:
    """Which of the windows show something else than was `seen`; that is what they show now when this returns."""
    now = b"".join(windows)
    if now == seen:
        return []
    starts = [start for start in range(0, len(now), CHUNK) if now[start : start + CHUNK] != seen[start : start + CHUNK]]
    new, old = pointers(now), pointers(seen)
    those = [i for start in starts for i in range(start // POINTER, min((start + CHUNK) // POINTER, len(new)))]
    found = [i for i in those if new[i] != old[i]]
    seen[:] = now  # from before whoever asked looks closely: what is written to meanwhile is seen the next time
    return found


def pointers(seen: bytes | bytearray) -> memoryview:
    """What the windows showed, one number each."""
    return memoryview(seen).cast("P")


def _place(part: object, whole: object) -> int:
    """Where in the memory of `whole` its reference to `part` is."""
    memory = ctypes.string_at(id(whole), type(whole).__basicsize__)
    place = memory.find(id(part).to_bytes(POINTER, sys.byteorder))
    if place < 0:
        raise RuntimeError(f"a {type(whole).__name__} does not show where its parts are")
    return place


def _has_versions() -> bool:
    """Whether dicts behave so in this Python."""
    table: dict[str, Any] = {"a": 1}
    window = _window(id(table) + VERSION)
    seen = [window.raw]
    for value in (2, 1, 2):
        table["a"] = value
        seen.append(window.raw)
    table["b"] = table.get("a")
    del table["b"]
    seen.append(window.raw)
    still = (table.get("a"), [*table], window.raw)[-1]
    return len(set(seen)) == len(seen) and still == seen[-1]


_cell = CellType(object())
_derived = type("C", (type("A", (), {}), type("B", (), {})), {})

HAS_VERSIONS = _has_versions()
CELL = _place(_cell.cell_contents, _cell)
BASES = _place(_derived.__bases__, _derived)
KIND = _place(type(_cell), _cell)
