"""Make "the workers are gone" a fact instead of luck.

A thread that nobody joins may end a microsecond before or after the learner's function returns, so looking at
`is_alive()` alone would flip between verdicts. Inside `held_exits()` every thread that called `hold()` lingers at
its very end until somebody joins it or the test is over: right code joins and never waits, code that merely asks
the workers to go (`shutdown(wait=False)`) is always seen with its workers still there. A join with a timeout lets a
thread go that has come to its end, and then waits until it is gone; a join of no seconds waits for nobody. Nor does it
help to have another thread join it and to come back meanwhile: such a join counts when the function waits as well.

Whether a thread is gone is read off what lingered, never asked of the thread: it may be of a learner's class.

The lingering happens in the destructor of a `threading.local` value. CPython runs it on the thread itself, after
the thread's function has ended and before the thread counts as ended (`PyThreadState_Clear`).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

from course.probes.guard import GUARD, Call, role
from course.probes.patience import AFTERWARDS, looked_for
from course.probes.standing import IDENT, Crowd, waits_for_good

STAYING = 1.0  #: seconds for a thread that ran no task to end; only one that was left behind is still there then


class HeldExits:
    """Threads whose end is held until they are joined."""

    def __init__(self) -> None:
        self._local = threading.local()
        self._changed = threading.Condition()
        self._joins: dict[object, tuple[int, threading.Thread]] = {}  # who waits (by ident) for which thread
        self._call: Call | None = None
        self._over = False
        self._crowd = Crowd()
        self._held: list[_Held] = []

    def hold(self) -> None:
        """Call on a worker: its exit will wait for a join."""
        if not hasattr(self._local, "linger"):
            held = _Held(threading.current_thread(), role())
            self._held.append(held)
            self._local.linger = _Linger(lambda: self._linger(held))

    def during(self, begin: Callable[[], Call]) -> Call:
        """Begin a call; what it leaves behind when it comes back is there, whoever may be waiting for it."""
        self._crowd = Crowd()
        with self._changed:  # no thread ends before it is known whose it is
            self._call = begin()
            return self._call

    @property
    def threads(self) -> list[threading.Thread]:
        """Those that called `hold`."""
        return [held.thread for held in self._held]

    def still_there(self, but: str | None = None) -> list[str]:
        """Names of the held threads that have not ended, sorted; without those whose role is `but`."""
        return sorted(held.name for held in self._held if not held.gone and held.role != but)

    def left_behind(self) -> list[str]:
        """Names of the held threads that have not ended; if all have, of any other that the call has started and that
        is there for good: who has the tasks done by others is a worker too.
        """
        call, there = self._call, self.still_there()
        if there or call is None or not call.over.is_set():
            return there
        looked_for(lambda: not self._crowd.newcomers(call.ident), STAYING)
        return self._crowd.names(call.ident)

    @contextmanager
    def joined(self, thread: threading.Thread) -> Iterator[None]:
        """While this lasts, somebody waits for `thread` to end: let it."""
        this = object()
        with self._changed:
            self._joins[this] = threading.get_ident(), thread
            self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                del self._joins[this]

    def is_gone(self, thread: threading.Thread) -> bool:
        """True if `thread` was held and has been let go."""
        return any(held.gone for held in self._held if held.thread is thread)

    def release(self) -> None:
        """Let every thread go; the end of the test."""
        with self._changed:
            self._over = True
            self._changed.notify_all()

    def _linger(self, held: _Held) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._over or self._is_joined(held), GUARD)
        held.gone = not self._over and self._is_joined(held) and self._is_waited_for()

    def _is_joined(self, held: _Held) -> bool:
        return any(thread is held.thread for _, thread in [*self._joins.values()])

    def _is_waited_for(self) -> bool:
        """By the function, or by somebody else while the function waits too; one that looks for itself whether the
        threads are gone takes a while.
        """
        call = self._call
        if call is None:
            return True
        looked_for(lambda: self._over or call.over.is_set() or self._stands(call.ident), AFTERWARDS)
        return not self._over and not call.over.is_set()

    def _stands(self, ident: int | None, *seen: int | None) -> bool:
        """Whether it waits for good, or joins a held thread, or one that does so: who joins a sleeper only naps."""
        joined = [thread for who, thread in [*self._joins.values()] if who == ident]
        if not joined:
            return waits_for_good(ident)
        if any(thread is held.thread for held in self._held for thread in joined):
            return True
        others = {IDENT(thread) for thread in joined} - {ident, *seen}
        return any(self._stands(other, ident, *seen) for other in others)


class _Held:
    """A thread that called `hold`, and what it was called then."""

    def __init__(self, thread: threading.Thread, role: str) -> None:
        self.thread, self.role, self.gone = thread, role, False
        self.name = str(vars(thread).get("_name", "a thread"))


class _Linger:
    def __init__(self, linger: Callable[[], None]) -> None:
        self._linger = linger

    def __del__(self) -> None:
        self._linger()


@contextmanager
def held_exits() -> Iterator[HeldExits]:
    """Hold the end of threads that call `hold()` on what this yields; restores `Thread.join` at the end."""
    held, join = HeldExits(), threading.Thread.join

    def noted_join(self: threading.Thread, timeout: float | None = None) -> None:
        waits = timeout is None or timeout > 0
        with held.joined(self) if waits else nullcontext():
            join(self, timeout)
            if held.is_gone(self):  # at the very end of its end, which takes no time that a timeout would be for
                join(self)

    threading.Thread.join = noted_join  # type: ignore[method-assign]
    try:
        yield held
    finally:
        threading.Thread.join = join  # type: ignore[method-assign]
        held.release()
