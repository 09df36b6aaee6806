"""Locks that are made while a watch is on: they tell when somebody has to wait for them.

A lock is a C object, so it cannot be wrapped where it is; what is made in its place passes everything on. Only the
learner's code gets one: libraries go on getting real locks.
"""

from __future__ import annotations

import sys
import sysconfig
from typing import Any

from course.watch.recorder import recorder

_LIBRARIES = (*(sysconfig.get_paths()[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")), "<frozen")


class WatchedLock:
    """A lock whose waiters are recorded."""

    def __init__(self, real: Any) -> None:
        self._real = real

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        if self._real.acquire(False):
            return True
        if not blocking:
            return False
        recorder.record("wait", text="lock")
        try:
            return bool(self._real.acquire(True, timeout))
        finally:
            recorder.record("woke", text="lock")

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *_: object) -> None:
        self._real.release()

    def __getattr__(self, name: str) -> Any:
        return getattr(object.__getattribute__(self, "_real"), name)

    def __repr__(self) -> str:
        return repr(self._real)


def watched_factory(real: Any) -> type:
    """What stands for `threading.Lock` or `RLock` meanwhile; a class, so that it can stand in annotations too."""

    class Factory:
        def __new__(cls, *args: Any, **kwargs: Any) -> Any:
            lock = real(*args, **kwargs)
            return lock if sys._getframe(1).f_code.co_filename.startswith(_LIBRARIES) else WatchedLock(lock)

    Factory.__name__ = Factory.__qualname__ = getattr(real, "__name__", "Lock")
    return Factory
