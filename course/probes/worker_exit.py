"""Make "the workers are gone" a fact instead of luck.

A thread that nobody joins may end a microsecond before or after the learner's function returns, so looking at
`is_alive()` alone would flip between verdicts. Inside `held_exits()` every thread that called `hold()` lingers at
its very end until somebody joins it or the test is over: right code joins and never waits, code that merely asks
the workers to go (`shutdown(wait=False)`) is always seen with its workers still there. A join with a timeout lets a
thread go that has come to its end, and then waits until it is gone; a join of no seconds waits for nobody.

Whether a thread is gone is read off what lingered, never asked of the thread: it may be of a learner's class.

The lingering happens in the destructor of a `threading.local` value. CPython runs it on the thread itself, after
the thread's function has ended and before the thread counts as ended (`PyThreadState_Clear`).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

from course.probes.guard import GUARD, role


class HeldExits:
    """Threads whose end is held until they are joined."""

    def __init__(self) -> None:
        self._local = threading.local()
        self._changed = threading.Condition()
        self._joins: dict[int, int] = {}  # by the thread's id: how many joins are waiting for it
        self._over = False
        self._held: list[_Held] = []

    def hold(self) -> None:
        """Call on a worker: its exit will wait for a join."""
        if not hasattr(self._local, "linger"):
            held = _Held(threading.current_thread(), role())
            self._held.append(held)
            self._local.linger = _Linger(lambda: self._linger(held))

    @property
    def threads(self) -> list[threading.Thread]:
        """Those that called `hold`."""
        return [held.thread for held in self._held]

    def still_there(self, but: str | None = None) -> list[str]:
        """Names of the held threads that have not ended, sorted; without those whose role is `but`."""
        return sorted(held.name for held in self._held if not held.gone and held.role != but)

    @contextmanager
    def joined(self, thread: threading.Thread) -> Iterator[None]:
        """While this lasts, somebody waits for `thread` to end: let it."""
        with self._changed:
            self._joins[id(thread)] = self._joins.get(id(thread), 0) + 1
            self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                self._joins[id(thread)] -= 1

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
            self._changed.wait_for(lambda: self._over or self._joins.get(id(held.thread), 0), GUARD)
            held.gone = not self._over and self._joins.get(id(held.thread), 0) > 0


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
