"""Where a thread stands: does it wait for somebody else, and for how long at most?

Only waits of the standard library in Python are seen: of conditions, and so of events, semaphores, barriers and
queues, and of `Thread.join` up to 3.12. A raw lock, a `SimpleQueue` and a sleep are C and look like work.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from types import CodeType, FrameType
from typing import Any

from course.probes.frames import frames_of_threads
from course.probes.patience import looked_for

AFTERMATH = 3.0  #: seconds that threads of the answer's may go on; too short only ever spares wrong code

_IDENT = vars(threading.Thread)["ident"].fget  # a class of the learner's may say otherwise
_WAIT = threading.Condition.wait.__code__
_START = threading.Thread.start.__code__
_JOIN: Any = getattr(getattr(threading.Thread, "_wait_for_tstate_lock", None), "__code__", None)


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
    timeout: Any = names.get("timeout")
    if frame.f_code is _WAIT:
        return Wait(_spot(frame), timeout) if _is_unwoken(names) else None
    return Wait(_spot(frame), timeout if names.get("block") and timeout > 0 else None)


def _starts_a_thread(frame: FrameType) -> bool:
    """Whether it waits for a new thread to be there, which is work: on a busy machine it may take a while."""
    callers = [frame.f_back, frame.f_back and frame.f_back.f_back]
    return any(caller is not None and caller.f_code is _START for caller in callers)


def _is_unwoken(names: Any) -> bool:
    waiter = names.get("waiter")
    return waiter is not None and waiter in list(names["self"]._waiters)


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


def look_until(seen: Callable[[], bool], ident: int | None, patience: float) -> bool:
    """Look for what must not happen: until it is `seen`, or the thread waits for good, so that it cannot come.

    A thread of which that cannot be said is given `patience` seconds; too few only ever spare wrong code.
    """
    looked_for(lambda: seen() or waits_for_good(ident), patience)
    return seen()


class Crowd:
    """The threads that a learner's code has started since this was made, by whatever means.

    Where the process was forked for one test the cell has started what was not there at its birth: with `since_birth`
    these threads are in the crowd too.
    """

    def __init__(self, since_birth: bool = False) -> None:
        self._before = (since_birth and _at_birth) or set(frames_of_threads())

    def newcomers(self, mine: int | None = None) -> list[int]:
        """Those that are there now, but for `mine` and the one that asks."""
        return sorted(set(frames_of_threads()) - {*self._before, threading.get_ident(), mine})

    def names(self, mine: int | None = None) -> list[str]:
        """What they are called; who has started one past `threading` has given it no name."""
        known = {_IDENT(thread): str(vars(thread).get("_name")) for thread in threading.enumerate()}
        return sorted(known.get(ident, "one without a name") for ident in self.newcomers(mine))

    def settle(self, patience: float, mine: int | None = None) -> None:
        """Wait until each has ended or waits for good, but for `mine`; for at most `patience` seconds."""
        looked_for(lambda: not self._is_at_work(mine), patience)

    def _is_at_work(self, mine: int | None) -> bool:
        return any(not waits_for_good(ident) for ident in self.newcomers(mine))
