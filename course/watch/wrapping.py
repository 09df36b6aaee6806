"""Put something in the place of an attribute, and put back exactly what was there."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

_MISSING = object()


@contextmanager
def replaced(owner: Any, name: str, new: Any) -> Iterator[None]:
    """`owner.name` is `new` inside; afterwards it is what it was, or absent again if it was inherited.

    Whatever somebody else has put there meanwhile stays (gevent's `patch_all()` in the watched cell, say).
    """
    before = vars(owner).get(name, _MISSING)
    setattr(owner, name, new)
    try:
        yield
    finally:
        if vars(owner).get(name) is new:
            if before is _MISSING:
                delattr(owner, name)
            else:
                setattr(owner, name, before)


def wrapped(owner: Any, name: str, make: Callable[[Any], Callable[..., Any]]) -> Any:
    """A context in which `owner.name` is `make(original)`, under the original's name and with its docstring."""
    original = getattr(owner, name)
    return replaced(owner, name, functools.wraps(original)(make(original)))
