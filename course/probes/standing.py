"""Where a thread stands: does it wait for somebody else, and for how long at most?

Only waits of the standard library in Python are seen: of conditions, and so of events, semaphores, barriers and
queues, and of `Thread.join` up to 3.12. A raw lock, a `SimpleQueue` and a sleep are C and look like work.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from types import BuiltinMethodType, CodeType, FrameType
from typing import Any

from course.probes.frames import frames_of_threads
from course.probes.patience import looked_for
from course.probes.plain import plain

AFTERMATH = 3.0  #: seconds that threads of the answer's may go on; too short only ever spares wrong code

IDENT = vars(threading.Thread)["ident"].fget  # a class of the learner's may say otherwise
_WAIT = threading.Condition.wait.__code__
_START = threading.Thread.start.__code__
_JOIN: Any = getattr(getattr(threading.Thread, "_wait_for_tstate_lock", None), "__code__", None)


_LOCKS = (type(threading.Lock()), type(threading.RLock()))

_at_birth = set[int]()  # of this process, if it was forked
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=lambda: _at_birth.update(frames_of_threads()))


@dataclass(frozen=True)
class Wait:
    """A wait that nobody has ended yet: `spot` tells it from others, `timeout` is None if it has none."""

    spot: tuple[int, int]
    timeout: float | None


def wait_of(ident: int | None) -> Wait | None:
    """The wait that the thread `ident` stands in, or None."""
    frame = frames_of_threads().get(ident or 0)
    if frame is None or frame.f_code not in (_WAIT, _JOIN) or _starts_a_thread(frame):
        return None
    names = frame.f_locals
    timeout = _seconds(names.get("timeout"))
    if frame.f_code is _WAIT:
        return Wait(_spot(frame), timeout) if _is_unwoken(names) else None
    if type(names.get("lock")) not in _LOCKS:
        return None
    return Wait(_spot(frame), timeout if names.get("block") and timeout and timeout > 0 else None)


def _seconds(timeout: Any) -> float | None:
    """The timeout as C takes it: a number of a learner's own class may compare as it likes. Of what is no number nobody
    can say when it runs out.
    """
    if timeout is None:
        return None
    if issubclass(type(timeout), float):
        return float.__add__(timeout, 0.0)
    return int.__add__(timeout, 0) if issubclass(type(timeout), int) else 0.0


def is_librarys(condition: Any) -> bool:
    """True for a Condition whose `wait` calls the library's locks and nothing else: a lock of a learner's own class
    sleeps in it as long as it likes.
    """
    if type(condition) is not threading.Condition:
        return False
    kept = vars(condition)
    lock = kept.get("_lock")
    ways = [kept[name] for name in ("_release_save", "_acquire_restore", "_is_owned") if name in kept]
    return (
        type(lock) in _LOCKS
        and type(kept.get("_waiters")) is deque
        and all(type(way) is BuiltinMethodType and way.__self__ is lock for way in ways)
    )


def _starts_a_thread(frame: FrameType) -> bool:
    """Whether it waits for a new thread to be there, which is work: on a busy machine it may take a while."""
    callers = [frame.f_back, frame.f_back and frame.f_back.f_back]
    return any(caller is not None and caller.f_code is _START for caller in callers)


def _is_unwoken(names: Any) -> bool:
    waiter = names.get("waiter")
    return waiter is not None and is_librarys(names["self"]) and waiter in list(names["self"]._waiters)


def _spot(frame: FrameType) -> tuple[int, int]:
    return id(frame), frame.f_lasti


def waits_for_good(ident: int | None) -> bool:
    """True if the thread waits without a timeout, and has not been woken."""
    found = wait_of(ident)
    return found is not None and found.timeout is None


def stands_in(ident: int | None, code: CodeType) -> bool:
    """True if the thread is in that very function, or in what it calls that is C."""
    frame = frames_of_threads().get(ident or 0)
    return frame is not None and frame.f_code is code


def look_until(seen: Callable[[], bool], ident: int | None, patience: float, crowd: Crowd | None = None) -> bool:
    """Look for what must not happen: until it is `seen`, or the thread waits for good, so that it cannot come; with a
    `crowd`, if nobody in it could wake the thread either.

    A thread of which that cannot be said is given `patience` seconds; too few only ever spare wrong code.
    """

    def stands() -> bool:
        return waits_for_good(ident) and not (crowd and crowd.is_at_work(ident))

    looked_for(lambda: seen() or stands(), patience)
    return seen()


def names_of(numbers: Iterable[int], number_of: Callable[[threading.Thread], int | None] = IDENT) -> list[str]:
    """What Python calls the threads with these numbers; who has started one past `threading` has given it no name."""
    known = {number_of(thread): str(plain(vars(thread).get("_name"))) for thread in threading.enumerate()}
    return sorted(known.get(number, "one without a name") for number in numbers)


def _frameless() -> int:
    """How many threads run no Python code, as the system counts: they begin or end, or sleep in C in a destructor."""
    with suppress(OSError):
        return len(os.listdir("/proc/self/task")) - len(frames_of_threads())
    return 0


class Crowd:
    """The threads that a learner's code has started since this was made, by whatever means.

    Where the process was forked for one test the cell has started what was not there at its birth: with `since_birth`
    these threads are in the crowd too.
    """

    def __init__(self, since_birth: bool = False) -> None:
        from_birth = since_birth and bool(_at_birth)
        self._before = set(_at_birth if from_birth else frames_of_threads())
        self._frameless = 0 if from_birth else _frameless()

    def newcomers(self, *mine: int | None) -> list[int]:
        """Those that are there now, but for `mine` and the one that asks."""
        return sorted(set(frames_of_threads()) - {*self._before, threading.get_ident(), *mine})

    def names(self, mine: int | None = None) -> list[str]:
        """What they are called."""
        return names_of(self.newcomers(mine))

    def settle(self, patience: float, mine: int | None = None) -> None:
        """Wait until each has ended or waits for good, but for `mine`; for at most `patience` seconds."""
        looked_for(lambda: not self.is_at_work(mine), patience)

    def is_at_work(self, *mine: int | None) -> bool:
        """True if one of them, but for `mine`, may go on by itself; also if it is beyond its Python code."""
        return any(not waits_for_good(it) for it in self.newcomers(*mine)) or _frameless() > self._frameless
