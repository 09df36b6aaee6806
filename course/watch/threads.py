"""Threads: when each begins and ends."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from course.watch.greenlets import trace_this_thread
from course.watch.recorder import recorder
from course.watch.wrapping import wrapped


@contextmanager
def watch_threads() -> Iterator[None]:
    """Record the beginning and the end of threads."""
    # private, but the only frame that is around every thread, whatever its class; the same from 3.8 to 3.14
    with wrapped(threading.Thread, "_bootstrap_inner", _lives):
        yield


def _lives(original: Any) -> Callable[..., Any]:
    def _bootstrap_inner(self: threading.Thread) -> None:
        if not recorder.on:
            return original(self)  # type: ignore[no-any-return]
        recorder.thread_began(self)
        recorder.record("began", text="thread")
        trace_this_thread()
        try:
            original(self)
        finally:
            recorder.record("ended")
            recorder.thread_ended()
        return None

    return _bootstrap_inner
