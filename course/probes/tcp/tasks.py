"""The threads of a process as the operating system counts them: also those that `threading` does not know of.

Where a process was forked for one test it has one thread at its birth, before a learner's cell has run; whatever comes
after that is the answer's. A notebook's kernel has had a life of its own: there what is there now belongs to others.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def _remembering_birth() -> Callable[[], frozenset[int]]:
    at_birth: list[frozenset[int]] = []

    def remember() -> None:
        at_birth[:] = [frozenset(tasks())]

    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=remember)
    return lambda: at_birth[0] if at_birth else frozenset(tasks())


def tasks() -> set[int]:
    """Those of this process and of its children and theirs; without /proc, those that `threading` knows."""
    found = set[int]()
    waiting = [os.getpid()]
    while waiting:
        of_one = _tasks_of(pid := waiting.pop())
        found.update(of_one)
        for task in of_one:
            with suppress(OSError):
                children = Path(f"/proc/{pid}/task/{task}/children").read_text()
                waiting.extend(map(int, children.split()))
    return found or {thread.native_id or 0 for thread in threading.enumerate()}


def _tasks_of(pid: int) -> list[int]:
    with suppress(OSError):
        return list(map(int, os.listdir(f"/proc/{pid}/task")))
    return []


#: the tasks that no answer has started
others = _remembering_birth()
