"""What a probe hands to a learner's code: functions and objects that do what they should and lead nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
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


#: by name, as a test cell says it: what it calls by a name is a learner's to say
REAL = {kind.__name__: kind for kind in (ThreadPoolExecutor, ProcessPoolExecutor)}


def opaque_pool(pool: Executor, kind: str = "Executor") -> Executor:
    """A new Executor whose tasks `pool` takes; it says where others do how many workers it may have.

    One of a `kind` that is in `REAL` is of that very class, so that nobody can tell it from one of a program's own.
    """
    size: int = pool._max_workers  # type: ignore[attr-defined]
    handed: Executor
    if kind in REAL:
        handed = REAL[kind](size)  # starts nobody as long as nothing reaches it
        vars(handed).update({name: opaque_function(getattr(pool, name)) for name in ("submit", "shutdown")})
    else:
        handed = opaque_object(pool, ("submit", "shutdown"), Executor, _max_workers=size)
    return handed
