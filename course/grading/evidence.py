"""What a run shows to whoever judges it: values as lines of data, rebuilt outside from plain builtins and logs.

Nothing is unpickled or evaluated. A value comes out as builtins of exact type, as a log of `course.probes` (a
dataclass, field by field), as a `Callable` that is known by its name only, or as an `Opaque`, which is its
description. The writing side runs beside a learner's code, so it calls nothing that such code could have patched
since the seal was looked at: builtins of C and itself.
"""

from __future__ import annotations

import base64
from binascii import b2a_base64
from dataclasses import fields, is_dataclass
from json.encoder import encode_basestring_ascii as _quoted
from sys import modules
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

from course.grading.importing import module_named
from course.probes.plain import MAX_DEPTH, Opaque, describe, name_of

CHECK = "<check>"  #: the file name of a test's code; what a learner compiles is called otherwise
SHOW = "__show__"  #: what a test's drive calls where its asserts stood (see `referee.py`)
PROBES = "course.probes."  #: where the classes of logs are defined
CONTAINERS = {"tuple": tuple, "list": list, "set": set, "frozenset": frozenset}
_NAMES: dict[type, str] = {kind: name for name, kind in CONTAINERS.items()}
_FUNCTIONS = (FunctionType, BuiltinFunctionType, MethodType)


class Callable:
    """A function of the run's, as its judge knows it."""

    def __init__(self, name: str) -> None:
        self.__name__ = name

    def __repr__(self) -> str:
        return f"<function {self.__name__}>"


def written(value: Any, depth: int = 0) -> str:
    """`value` as JSON: scalars as they are, everything else as `{"kind": ..., "of": ...}`."""
    kind = type(value)
    if type(kind) is not type:  # a metaclass may say that its class equals `list`
        return _tagged("opaque", _quoted(describe(value)))
    if value is None or kind is bool:
        return "null" if value is None else "true" if value else "false"
    if kind is str:
        return _quoted(value)
    if depth > MAX_DEPTH:
        return _tagged("opaque", _quoted("..."))
    if kind in _NAMES:
        members = ", ".join([written(member, depth + 1) for member in value])
        return _tagged(_NAMES[kind], f"[{members}]")
    if kind is dict:
        pairs = [f"[{written(k, depth + 1)}, {written(v, depth + 1)}]" for k, v in dict.items(value)]
        return _tagged("dict", f"[{', '.join(pairs)}]")
    return _other(value, kind, depth)


def _other(value: Any, kind: type, depth: int) -> str:
    if kind is int:
        return _tagged("int", _quoted(hex(value)))  # decimal digits are limited, and take long
    if kind is float:
        return _tagged("float", _quoted(float.hex(value)))
    if kind is complex:
        return _tagged("complex", f"[{_quoted(float.hex(value.real))}, {_quoted(float.hex(value.imag))}]")
    if kind is bytes:
        return _tagged("bytes", _quoted(b2a_base64(value, newline=False).decode()))
    if _is_log(kind):
        names = kind.__dict__["__dataclass_fields__"]
        rows = [f"[{_quoted(name)}, {written(getattr(value, name), depth + 1)}]" for name in names]
        return _tagged("log", f"[{_quoted(kind.__module__)}, {_quoted(kind.__qualname__)}, [{', '.join(rows)}]]")
    if kind is Opaque and type(value.text) is str:
        return _tagged("opaque", _quoted(value.text))
    if kind in _FUNCTIONS:
        return _tagged("callable", _quoted(name_of(value)))
    return _tagged("opaque", _quoted(describe(value)))


def _is_log(kind: type) -> bool:
    """Whether it is the very class of a log, not one that is called the same, whose fields a learner computes."""
    name = kind.__module__
    if type(name) is not str or "__dataclass_fields__" not in kind.__dict__:
        return False
    return name.startswith(PROBES) and getattr(modules.get(name), kind.__qualname__, 0) is kind


def _tagged(kind: str, of: str) -> str:
    return f'{{"kind": "{kind}", "of": {of}}}'


def read(data: Any) -> Any:
    """The value that `written` wrote, from parsed JSON; ValueError if it is none."""
    if data is None or type(data) in (bool, str):
        return data
    try:
        if type(data) is not dict or set(data) != {"kind", "of"}:
            raise ValueError("it has no kind")
        kind, of = data["kind"], data["of"]
        if kind in CONTAINERS:
            return CONTAINERS[kind]([read(member) for member in of])
        if kind == "dict":
            return {read(key): read(value) for key, value in of}
        return _read_other(kind, of)
    except (TypeError, ValueError, AttributeError, ImportError, OverflowError) as error:
        raise ValueError(f"not a value: {error}") from None


def _read_other(kind: str, of: Any) -> Any:
    if kind == "int":
        return int(of, 16)
    if kind == "float":
        return float.fromhex(of)
    if kind == "complex":
        return complex(*map(float.fromhex, of))
    if kind == "bytes":
        return base64.b64decode(of, validate=True)
    if kind == "log":
        return _read_log(*of)
    if kind == "opaque":
        return opaque(str(of))
    if kind == "callable":
        return Callable(str(of))
    raise ValueError("there is no such kind")


def opaque(text: str) -> Opaque:
    """An Opaque by its description."""
    found = Opaque(None)
    found.text = text
    return found


def _read_log(module: str, name: str, rows: list[Any]) -> Any:
    kind = getattr(module_named(module), name) if module.startswith(PROBES) else None
    if kind is None or not isinstance(kind, type) or not is_dataclass(kind) or kind.__module__ != module:
        raise ValueError("not a log")
    if [row[0] for row in rows] != [field.name for field in fields(kind)]:
        raise ValueError("not a log with all its fields")
    found = object.__new__(kind)
    for key, value in rows:
        object.__setattr__(found, key, read(value))
    return found
