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

    def __init__(self, value: object, text: str | None = None) -> None:
        self.text = describe(value) if text is None else text

    def __repr__(self) -> str:
        return self.text


Untold = list[tuple[Opaque, object]]


def plain(value: Any, depth: int = 0, untold: Untold | None = None) -> Any:
    """Rebuild `value` from exact builtins.

    Named tuples become tuples; tuples, lists, sets and dicts are rebuilt member by member; objects of any
    other type become `Opaque`. Never calls a method that the value's own class defines, but for its `repr`; not even
    that if there is a list `untold`: it gets the Opaques that `tell` is to give their texts.
    """
    kind = type(value)
    if type(kind) is not type:  # a metaclass may say that its class equals `int`
        return _opaque(value, untold)
    if kind in SCALARS:
        return value
    if depth > MAX_DEPTH:
        return Opaque("...")
    try:
        return _rebuilt(value, kind, depth, untold)
    except (TypeError, RuntimeError):  # a key can be hashed no more when it is plain; a thread goes on adding members
        return _opaque(value, untold)


def _rebuilt(value: Any, kind: type, depth: int, untold: Untold | None) -> Any:
    if kind is dict:
        return {plain(k, depth + 1, untold): plain(v, depth + 1, untold) for k, v in dict.items(value)}
    for container in (tuple, list, set, frozenset):
        if kind is container or (container is tuple and issubclass(kind, tuple)):
            return container(plain(member, depth + 1, untold) for member in container.__iter__(value))
    return _opaque(value, untold)


def _opaque(value: object, untold: Untold | None) -> Opaque:
    if untold is None:
        return Opaque(value)
    opaque = Opaque(value, f"<{class_name(value)}>")
    untold.append((opaque, value))
    return opaque


def tell(untold: Untold) -> None:
    """Ask the values for their texts now."""
    for opaque, value in untold:
        opaque.text = describe(value)


def same(one: Any, other: Any) -> bool:
    """Equal, and of the same types throughout: False is not 0 here, nor 1.0 the same as 1. For plain data in order."""
    if type(one) is not type(other):
        return False
    if type(one) in (list, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


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
