"""Plain data: what crosses from a learner's code into a check.

A check compares values with `==`, and a learner's object may answer `==` as it likes (`__eq__` that is always
true once earned full marks from nbgrader). So every value is rebuilt from builtins of exact type before a check
looks at it; anything else becomes an `Opaque`, which equals nothing but itself.
"""

from __future__ import annotations

from typing import Any

SCALARS = (int, float, complex, str, bytes, bool, type(None))
MAX_DEPTH = 20


class Opaque:
    """A value that is no plain data, kept by its description only."""

    def __init__(self, value: object) -> None:
        self.text = describe(value)

    def __repr__(self) -> str:
        return self.text


def plain(value: Any, depth: int = 0) -> Any:
    """Rebuild `value` from exact builtins.

    Named tuples become tuples; tuples, lists, sets and dicts are rebuilt member by member; objects of any
    other type become `Opaque`. Never calls a method that the value's own class defines.
    """
    kind = type(value)
    if type(kind) is not type:  # a metaclass may say that its class equals `int`
        return Opaque(value)
    if kind in SCALARS:
        return value
    if depth > MAX_DEPTH:
        return Opaque("...")
    try:
        return _rebuilt(value, kind, depth)
    except (TypeError, RuntimeError):  # a key can be hashed no more when it is plain; a thread goes on adding members
        return Opaque(value)


def _rebuilt(value: Any, kind: type, depth: int) -> Any:
    if kind is dict:
        return {plain(k, depth + 1): plain(v, depth + 1) for k, v in dict.items(value)}
    for container in (tuple, list, set, frozenset):
        if kind is container or (container is tuple and issubclass(kind, tuple)):
            return container(plain(member, depth + 1) for member in container.__iter__(value))
    return Opaque(value)


def describe(value: object, limit: int = 80) -> str:
    """A short text for `value`; falls back to the type's name when its own `repr` fails, with whatever it raises."""
    try:
        text = str.__str__(repr(value))  # a `repr` may return a str of its own class
    except BaseException:
        text = f"<{class_name(value)}>"
    return text if len(text) <= limit else text[: limit - 3] + "..."


def class_name(value: object) -> str:
    """The name of the value's class, without asking a metaclass."""
    name: str = type.__dict__["__name__"].__get__(type(value))
    return str.__str__(name)


def name_of(function: object) -> str:
    """`__name__` of what is called, or its description: an object that is called may raise what it likes."""
    try:
        return str.__str__(function.__name__)  # type: ignore[attr-defined]
    except BaseException:
        return describe(function)
