"""Switch the recording on and off: wrap everything, and put everything back."""

from __future__ import annotations

import sys
import threading
from contextlib import ExitStack
from time import perf_counter_ns
from typing import Any

from course.errors import CourseError
from course.watch.event import Event
from course.watch.executors import watch_executors
from course.watch.futures import watch_futures
from course.watch.greenlets import watch_greenlets
from course.watch.log import Log, as_event
from course.watch.processes import Arrivals
from course.watch.recorder import RawList, recorder
from course.watch.sockets import watch_sockets
from course.watch.threads import watch_threads
from course.watch.waits import watch_waits

_lock = threading.Lock()
_session: Session | None = None


class Session:
    """Everything wrapped, from the first watch that begins to the last that ends."""

    def __init__(self) -> None:
        self.users = 0
        self._collecting = threading.Lock()
        self._stack = ExitStack()
        self.arrivals = Arrivals()
        recorder.begin()
        self.raw = recorder.raw
        try:
            self._stack.callback(self._over)
            for context in (watch_futures(), watch_executors(self.arrivals), watch_greenlets(), watch_threads()):
                self._stack.enter_context(context)
            self._stack.enter_context(watch_waits())
            self._stack.enter_context(watch_sockets())
        except BaseException:
            self._stack.close()
            raise

    def collect(self) -> RawList:
        """The list of everything so far, with what worker processes have told."""
        with self._collecting:
            for event in self.arrivals.new():
                self.raw.extend(event)
        return self.raw

    def close(self) -> None:
        self._stack.close()

    def _over(self) -> None:
        recorder.on = False
        self.collect()
        self.arrivals.close()


class Watch(Log):
    """A recording: begins with `start` or `with`, ends with `stop` or the end of the block. It is its own log.

    Watches may be nested or overlap: each has what happened while it was on. CourseError if one is started twice.
    """

    def __init__(self) -> None:
        super().__init__()
        self._session: Session | None = None
        self._arrived: list[Event] = []
        self._first = 0
        self.begin = 0  #: `perf_counter_ns` when it began
        self.ended = False

    def start(self) -> Watch:
        """Begin to record."""
        global _session
        if self.begin:
            raise CourseError("This watch has been used: make a new one with watch().")
        with _lock:
            _session = self._session = _session or Session()
            _session.users += 1
            recorder.adopt_caller()
            self._first, self.begin = _session.collect().number, perf_counter_ns()
        return self

    def stop(self) -> None:
        """End it and put everything back; harmless if it is not on."""
        global _session
        session, self._session = self._session, None
        if session is None:
            return
        with _lock:
            session.users -= 1
            try:
                if session.users == 0:
                    _session = None
                    session.close()
            finally:
                self._events = self._arrived = self._taken(session, 0, None)
                self._events = sorted(self._arrived, key=lambda event: event.time)
                self.ended = True

    def since(self, number: int, most: int | None = None) -> list[Event]:
        """The events after the first `number` in order of arrival, at most `most` of them."""
        end = None if most is None else number + most
        return self._arrived[number:end] if self._session is None else self._taken(self._session, number, end)

    def _taken(self, session: Session, number: int, end: int | None) -> list[Event]:
        last = None if end is None else self._first + end
        return [as_event(one, self.begin) for one in session.collect().events(self._first + number, last)]

    @property
    def now(self) -> float:
        """Seconds since it began."""
        return (perf_counter_ns() - self.begin) / 1e9

    @property
    def events(self) -> list[Event]:
        """All events so far, in order of time."""
        return self._events if self._session is None else sorted(self.since(0), key=lambda event: event.time)

    def __enter__(self) -> Watch:
        return self.start()

    def __exit__(self, *_: Any) -> None:
        self.stop()


def watch(show: bool | None = None) -> Watch:
    """`with watch() as log:` records what the block does with pools, futures, threads, greenlets and sockets.

    `show`: draw a live timeline below the cell; by default in a notebook, and nowhere else.
    """
    if show is None:
        shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
        show = getattr(shell, "kernel", None) is not None
    if not show:
        return Watch()
    from course.timeline.live import LiveWatch

    return LiveWatch()
