"""Make "the workers are gone" a fact instead of luck.

A thread that nobody joins may end a microsecond before or after the learner's function returns, so looking at
`is_alive()` alone would flip between verdicts. Inside `held_exits()` every thread that called `hold()` lingers at
its very end until somebody joins it or the test is over: right code joins and never waits, code that merely asks
the workers to go (`shutdown(wait=False)`) is always seen with its workers still there.

The lingering happens in the destructor of a `threading.local` value. CPython runs it on the thread itself, after
the thread's function has ended and before the thread counts as ended (`PyThreadState_Clear`).
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from course.probes.guard import GUARD


class HeldExits:
    """Threads whose end is held until they are joined."""

    def __init__(self) -> None:
        self._local = threading.local()
        self._joined: dict[int, threading.Event] = {}
        self._over = threading.Event()
        self.threads: list[threading.Thread] = []

    def hold(self) -> None:
        """Call on a worker: its exit will wait for a join."""
        thread = threading.current_thread()
        if thread not in self.threads:
            self.threads.append(thread)
            self._local.linger = _Linger(self._event_of(thread))

    def still_there(self) -> list[str]:
        """Names of the held threads that have not ended, sorted."""
        return sorted(thread.name for thread in self.threads if thread.is_alive())

    def note_join(self, thread: threading.Thread) -> None:
        """Somebody waits for `thread` to end: let it."""
        self._event_of(thread).set()

    def release(self) -> None:
        """Let every thread go; the end of the test."""
        self._over.set()
        for event in list(self._joined.values()):
            event.set()

    def _event_of(self, thread: threading.Thread) -> threading.Event:
        event = self._joined.setdefault(id(thread), threading.Event())
        if self._over.is_set():
            event.set()
        return event


class _Linger:
    def __init__(self, until: threading.Event) -> None:
        self._until = until

    def __del__(self) -> None:
        self._until.wait(GUARD)


@contextmanager
def held_exits() -> Iterator[HeldExits]:
    """Hold the end of threads that call `hold()` on what this yields; restores `Thread.join` at the end."""
    held, join = HeldExits(), threading.Thread.join

    def noted_join(self: threading.Thread, *args: Any, **kwargs: Any) -> None:
        held.note_join(self)
        join(self, *args, **kwargs)

    threading.Thread.join = noted_join  # type: ignore[method-assign]
    try:
        yield held
    finally:
        threading.Thread.join = join  # type: ignore[method-assign]
        held.release()
