"""Dotted names: which module they are of, by its own name, and whether it offers what they name."""

from __future__ import annotations

import sys
from functools import lru_cache
from types import ModuleType

from course.grading.importing import module_named
from course.grading.public_names import OFFERED, SAID, is_public


def canonical(origin: str) -> str:
    """A dotted name with the module's own name before the last module in it: `dataclasses.sys.modules` is
    `sys.modules`. As it is, if it cannot be found here.
    """
    module, rest = _found(origin)
    return ".".join([module, *rest])


def is_module(origin: str) -> bool:
    """Whether the dotted name is that of a module which may be named."""
    module, rest = _found(origin)
    return not rest and is_public(module)


@lru_cache(maxsize=4096)
def _found(origin: str) -> tuple[str, tuple[str, ...]]:
    """The last module in a dotted name, by its own name, and what stands behind it; no further than what is public."""
    name, *rest = origin.split(".")
    value = _module(name) if is_public(name) else None
    for at, part in enumerate(rest):
        whole = f"{name}.{part}"
        inner = value and (getattr(value, part, None) or _module(whole))
        if not isinstance(inner, ModuleType):
            return name, tuple(rest[at:])
        value, name = inner, whole if sys.modules.get(whole) is inner else inner.__name__
        if not is_public(name):
            return name, tuple(rest[at + 1 :])
    return name, ()


def _module(name: str) -> ModuleType | None:
    try:
        return module_named(name)
    except Exception:  # what it does when it is imported is its own
        return None


def members(module: str) -> list[str]:
    """What `from module import *` brings."""
    there = _module(module) if is_public(module) else None
    return list(getattr(there, "__all__", None) or [name for name in dir(there) if name[:1] != "_"])


def offered(origin: str) -> bool:
    """Whether the module that a dotted name is of makes it for others: by `__all__` or, where there is none, by
    defining it. Exceptions may always be named. Of most modules nobody asks.
    """
    module, rest = _found(origin)
    if module.partition(".")[0] not in OFFERED or not is_public(module):
        return True
    if module.startswith("course.") and module.count(".") > 1 and not module.startswith("course.puzzles."):
        return False
    there = _module(module)
    value, names = getattr(there, rest[0], None) if rest else None, getattr(there, "__all__", None)
    if not rest or rest[0] in SAID or (isinstance(value, type) and issubclass(value, BaseException)):
        return True
    return getattr(value, "__module__", module) == module if names is None else rest[0] in names
