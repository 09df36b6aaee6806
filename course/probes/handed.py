"""What a probe hands to a learner's code: functions and objects that do what they should and lead nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from functools import lru_cache
from typing import Any


def opaque_function(function: Callable[..., Any]) -> Callable[..., Any]:
    """`function`, without closure, `__self__` or globals to reach the log by."""
    wrapped = lru_cache(maxsize=0)(function)  # of C, keeps nothing, and shows what it calls in one place only
    del wrapped.__wrapped__
    return wrapped


def opaque_object(thing: object, methods: Iterable[str], kind: type = object, **facts: int) -> Any:
    """A new object, of a subclass of `kind`, with these `methods` of `thing`, the `facts` and nothing else of it.

    If `close` is among them it can be used with `with`, unless `kind` says how.
    """
    members: dict[str, Any] = {name: staticmethod(opaque_function(getattr(thing, name))) for name in methods}
    members.update(facts)
    if "close" in members:
        members["__enter__"] = lambda it: it
        members["__exit__"] = lambda it, *error: it.close()
    return type(type(thing).__name__, (kind,), members)()


def opaque_pool(pool: Executor) -> Executor:
    """A new Executor whose tasks `pool` takes; it says where others do how many workers it may have."""
    size: int = pool._max_workers  # type: ignore[attr-defined]
    handed: Executor = opaque_object(pool, ("submit", "shutdown"), Executor, _max_workers=size)
    return handed
