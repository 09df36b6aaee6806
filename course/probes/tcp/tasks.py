"""The threads of a process as the operating system counts them: also those that `threading` does not know of.

Where a process was forked for one test it has one thread at its birth, before a learner's cell has run; whatever comes
after that is the answer's. A notebook's kernel has had a life of its own: there what is there now belongs to others. So
does what an earlier call of the answer has left: tests of an exercise may share a process, and each counts its own.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class _Others:
    """The tasks that do not count: those at the process's birth, and what earlier calls have left."""

    def __init__(self) -> None:
        self._known: set[int] | None = None
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._remember)

    def _remember(self) -> None:
        self._known = tasks()

    def __call__(self) -> frozenset[int]:
        return frozenset(tasks() if self._known is None else self._known)

    @contextmanager
    def but_those_of_a_call(self) -> Iterator[frozenset[int]]:
        """Yields those that do not count; what is started while it lasts does, and does not afterwards."""
        there = tasks()
        try:
            yield self()
        finally:
            if self._known is not None:
                self._known |= tasks() - there


def tasks() -> set[int]:
    """Those of this process and of its children and theirs, but for dead ones that nobody has buried; without /proc,
    those that `threading` knows.
    """
    found = set[int]()
    waiting = [os.getpid()]
    while waiting:
        of_one = _tasks_of(pid := waiting.pop())
        found.update(task for task in of_one if not _is_dead(pid, task))
        for task in of_one:
            with suppress(OSError):
                waiting.extend(map(int, _told(pid, task, "children").split()))
    return found or {thread.native_id or 0 for thread in threading.enumerate()}


def _is_dead(pid: int, task: int) -> bool:
    with suppress(OSError):
        return _told(pid, task, "stat").rpartition(") ")[2].startswith("Z")
    return True


def _told(pid: int, task: int, name: str) -> str:
    with open(f"/proc/{pid}/task/{task}/{name}", encoding="utf-8") as file:
        return file.read()


def _tasks_of(pid: int) -> list[int]:
    with suppress(OSError):
        return list(map(int, os.listdir(f"/proc/{pid}/task")))
    return []


others = _Others()
