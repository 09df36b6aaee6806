"""Futures of a pool or of a test that tell who waits for them.

A learner's code has these in its hands. So what a probe knows of them stands in tables of this module, and what it asks
them it asks by functions of this module: a method would be the learner's to call, and an attribute to change. For the
same reason nothing is asked by name that a class of the learner's could answer: it would run when a probe looks.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any
from weakref import WeakKeyDictionary

from course.probes.complaint import is_a
from course.probes.guard import may_be_taken_apart, role
from course.probes.handed import opaque_function
from course.probes.standing import is_librarys

ENDED = ("CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED")
_KEPT = frozenset(vars(Future()))  #: names of what every Future keeps
_HOOKS = frozenset({"__getattribute__", "__getattr__", "__setattr__"})
_attributes_of: Callable[[Any], dict[str, Any]] = vars(Future)["__dict__"].__get__
_bases_of: Callable[[type], tuple[type, ...]] = vars(type)["__mro__"].__get__
_members_of: Callable[[type], Any] = vars(type)["__dict__"].__get__


def _kept(future: Future[Any], name: str) -> Any:
    """What it keeps under that name, whatever its class says."""
    return dict.get(_attributes_of(future), name)


def has_ended(future: Future[Any]) -> bool:
    """`Future.done`, whatever a learner's code has hung on this one as `done`. It takes no lock: ask it under any."""
    state = _kept(future, "_state")
    return type(state) is str and state in ENDED


def is_lawful(thing: object) -> bool:
    """True for a Future, of a learner's own class too, that keeps what all of them keep as they do: there is nothing in
    it that would run because somebody looks.
    """
    if not is_a(thing, Future):
        return False
    bases = _bases_of(type(thing))
    own = [set(_members_of(kind)) for kind in bases[: bases.index(Future)]]
    if any(names & (_KEPT | _HOOKS) for names in own):
        return False
    kept: dict[str, Any] = _attributes_of(thing)
    lists = type(kept.get("_waiters")) in (list, _Waiters) and type(kept.get("_done_callbacks")) is list
    return lists and type(kept.get("_state")) is str and is_librarys(kept.get("_condition"))


class _Waiters(list[Any]):
    """The `_waiters` of a Future, where `wait` and `as_completed` leave a note before they wait."""

    def __init__(self, note: Callable[[], None]) -> None:
        super().__init__()
        self._note = opaque_function(note)

    def append(self, waiter: Any) -> None:
        super().append(waiter)
        self._note()


_WAITERS: WeakKeyDictionary[Future[Any], set[str]] = WeakKeyDictionary()


class WatchedFuture(Future[Any]):
    """A Future that tells when somebody waits for it before it is done, for however long."""

    def __init__(self, tell: Callable[[], None]) -> None:
        super().__init__()
        _WAITERS[self] = set()
        self._tell = opaque_function(tell)
        self._waiters = _Waiters(self._note)

    def result(self, timeout: float | None = None) -> Any:
        self._note()
        return super().result(timeout)

    def exception(self, timeout: float | None = None) -> BaseException | None:
        self._note()
        return super().exception(timeout)

    def _note(self) -> None:
        if not has_ended(self):
            _WAITERS[self].add(role())
            self._tell()


def waiters_of(future: WatchedFuture) -> frozenset[str]:
    """Roles of the threads that waited for it (see `guard.role`)."""
    return frozenset(_WAITERS[future])


def is_watched(future: WatchedFuture) -> bool:
    """True if it is unfinished and somebody waits for it or has a callback on it, by whatever means."""
    # private, but the only trace that `wait` and `as_completed` leave; the same from 3.8 to 3.14
    watchers = _kept(future, "_waiters") or _kept(future, "_done_callbacks")
    return not has_ended(future) and bool(_WAITERS[future] or watchers)


def callbacks_on(future: WatchedFuture) -> int:
    """How many were registered before it ended."""
    return len(_kept(future, "_done_callbacks") or ())


def has_woken(future: WatchedFuture) -> bool:
    """True if somebody who waits by `wait` or `as_completed` was woken and has not looked yet."""
    return any(threading.Event.is_set(waiter.event) for waiter in list(_kept(future, "_waiters") or ()))


def end(future: Future[Any], value: Any = None, error: BaseException | None = None) -> None:
    """Give it a value, or an exception. By the class: a learner's code may have hidden the methods of this one."""
    with may_be_taken_apart():
        Future.set_result(future, value) if error is None else Future.set_exception(future, error)


def begins(future: Future[Any]) -> bool:
    """False if it was cancelled. By the class, as everything that is asked of a Future that a learner's code has."""
    with may_be_taken_apart():
        return Future.set_running_or_notify_cancel(future)
