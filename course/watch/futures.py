"""Futures: a task's start and end, and its callbacks, seen where every executor must pass.

Nothing is put around the task itself, so its traceback is what it would be without us.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from typing import Any

from course.watch.recorder import function_name, recorder
from course.watch.wrapping import wrapped

PROCESSES = "concurrent.futures.process"  #: what a Future calls "running" there is only on its way to a worker


@contextmanager
def watch_futures() -> Iterator[None]:
    """Record what happens to Futures."""
    with ExitStack() as stack:
        for name, make in _WRAPPERS.items():
            stack.enter_context(wrapped(Future, name, make))
        yield


def number_of(future: Any) -> int:
    """The task's number in this recording."""
    return recorder.number("task", future)


def _starts(original: Any) -> Callable[..., Any]:
    def set_running_or_notify_cancel(self: Future[Any]) -> bool:
        runs: bool = original(self)
        if runs and recorder.on:
            there = sys._getframe(1).f_globals.get("__name__") == PROCESSES
            recorder.record("handed" if there else "started", number_of(self))
        return runs

    return set_running_or_notify_cancel


# An end is recorded before it is announced: who waits for it may be the one who ends the watch.
def _finishes(original: Any) -> Callable[..., Any]:
    def set_result(self: Future[Any], result: Any) -> None:
        if recorder.on and not self.done():
            recorder.record("finished", number_of(self))
        original(self, result)

    return set_result


def _fails(original: Any) -> Callable[..., Any]:
    def set_exception(self: Future[Any], exception: BaseException | None) -> None:
        if recorder.on and not self.done():
            recorder.record("failed", number_of(self), type(exception).__name__)
        original(self, exception)

    return set_exception


def _cancels(original: Any) -> Callable[..., Any]:
    def cancel(self: Future[Any]) -> bool:
        if not recorder.on or self.done():
            return bool(original(self))
        cancelled = bool(original(self))
        if cancelled:
            recorder.record("cancelled", number_of(self))
        return cancelled

    return cancel


def _calls_back(original: Any) -> Callable[..., Any]:
    def add_done_callback(self: Future[Any], fn: Callable[[Future[Any]], object]) -> None:
        original(self, _timed(fn) if recorder.on else fn)

    return add_done_callback


def _timed(fn: Callable[[Future[Any]], object]) -> Callable[[Future[Any]], object]:
    name = function_name(fn)

    def call_back(future: Future[Any]) -> object:
        if not recorder.on:
            return fn(future)
        task = number_of(future)
        recorder.record("callback", task, name)
        try:
            return fn(future)
        finally:
            recorder.record("callback_over", task, name)

    return call_back


_WRAPPERS = {
    "set_running_or_notify_cancel": _starts,
    "set_result": _finishes,
    "set_exception": _fails,
    "cancel": _cancels,
    "add_done_callback": _calls_back,
}
