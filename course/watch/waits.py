"""Waits: for a result, an event, a queue, a lock, a nap, the end of a thread.

Nearly every wait of the standard library ends up in `Condition.wait`, and only there if it really has to wait. Who
called it tells what is waited for. `time.sleep`, `Thread.join` and locks are C and have their own wrappers.
"""

from __future__ import annotations

import queue
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, as_completed, wait
from contextlib import ExitStack, contextmanager
from typing import Any

from course.watch.futures import number_of
from course.watch.locks import watched_factory
from course.watch.recorder import is_machinery, recorder
from course.watch.wrapping import replaced, wrapped

_RESULT = {Future.result.__code__, Future.exception.__code__}
_PASSES_ON = {threading.Condition.wait_for.__code__, threading.Event.wait.__code__}
_REASONS = {
    wait.__code__: "result",
    as_completed.__code__: "result",
    queue.Queue.get.__code__: "queue",
    queue.Queue.put.__code__: "room in the queue",
    queue.Queue.join.__code__: "queue to be empty",
    threading.Semaphore.acquire.__code__: "semaphore",
    threading.Barrier._wait.__code__: "barrier",  # type: ignore[attr-defined]
    threading.Thread.start.__code__: "",  # a matter of microseconds
}


@contextmanager
def watch_waits() -> Iterator[None]:
    """Record what lanes wait for."""
    sleep, locks = time.sleep, {name: getattr(threading, name) for name in ("Lock", "RLock")}
    with ExitStack() as stack:
        stack.enter_context(wrapped(threading.Condition, "wait", _waits))
        stack.enter_context(wrapped(threading.Thread, "join", _joins))
        stack.enter_context(wrapped(time, "sleep", _sleeps))
        for name, lock in locks.items():
            stack.enter_context(replaced(threading, name, watched_factory(lock)))
        for module, name, original in [(time, "sleep", sleep), *((threading, *lock) for lock in locks.items())]:
            if _the_notebook().get(name) is original:  # `from time import sleep` in an earlier cell
                stack.enter_context(replaced(sys.modules["__main__"], name, getattr(module, name)))
        yield


def _the_notebook() -> dict[str, Any]:
    return vars(sys.modules["__main__"])


@contextmanager
def waiting(reason: str, task: int = -1, on: str = "") -> Iterator[None]:
    """Inside, the calling lane waits for `reason`."""
    recorder.record("wait", task, reason, on)
    try:
        yield
    finally:
        recorder.record("woke", task, reason, on)


def _waits(original: Any) -> Callable[..., Any]:
    def wait(self: threading.Condition, timeout: float | None = None) -> bool:
        if not recorder.on or (timeout is not None and timeout <= 0):
            return original(self, timeout)  # type: ignore[no-any-return]
        reason, task = _reason(sys._getframe(1))
        if not reason:
            return original(self, timeout)  # type: ignore[no-any-return]
        with waiting(reason, task):
            return original(self, timeout)  # type: ignore[no-any-return]

    return wait


def _reason(frame: Any) -> tuple[str, int]:
    """What the caller waits for, and whose result; ('', -1) if it is not worth telling."""
    if frame.f_code in _RESULT:
        return "result", number_of(frame.f_locals["self"])
    event = frame.f_code is threading.Event.wait.__code__
    while frame.f_code in _PASSES_ON:
        frame = frame.f_back
    if is_machinery(frame):
        return "", -1
    return _REASONS.get(frame.f_code, "event" if event else "condition"), -1


def _joins(original: Any) -> Callable[..., Any]:
    def join(self: threading.Thread, timeout: float | None = None) -> None:
        if not (recorder.on and self.is_alive()):
            return original(self, timeout)  # type: ignore[no-any-return]
        with waiting("join", on=self.name):
            return original(self, timeout)  # type: ignore[no-any-return]

    return join


def _sleeps(original: Any) -> Callable[..., Any]:
    def sleep(*args: Any, **kwargs: Any) -> Any:
        if not recorder.on or is_machinery(sys._getframe(1)):
            return original(*args, **kwargs)
        recorder.record("wait", -1, "sleep")  # not `waiting`: naps are short and many
        try:
            return original(*args, **kwargs)
        finally:
            recorder.record("woke", -1, "sleep")

    return sleep
