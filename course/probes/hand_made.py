"""Futures made by hand: no thread is needed to judge a callback, and the test decides which ends when, and how."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from course.probes.guard import Call, may_be_taken_apart
from course.probes.log import Log
from course.probes.patience import PAUSE
from course.probes.watched_future import WatchedFuture, begins, end, has_ended, has_woken, is_watched

PATIENCE = 5.0  #: seconds to look whether a learner's function waits again; too short only ever spares wrong code
STEADY = 3  #: looks in a row


class HandMade:
    """`n` Futures that end when told: `finish(i, value)`, `fail(i, error)`; `futures` are for the learner."""

    def __init__(self, n: int, tell: Callable[[], None] = lambda: None) -> None:
        self._futures = [WatchedFuture(tell) for _ in range(n)]

    @property
    def futures(self) -> list[WatchedFuture]:
        """A list of its own for whoever asks: a learner's code may change what it gets."""
        return list(self._futures)

    @may_be_taken_apart()
    def finish(self, i: int, value: Any) -> None:
        """Give Future `i` a result, unless somebody has ended it."""
        if not has_ended(self._futures[i]):
            end(self._futures[i], value)

    @may_be_taken_apart()
    def fail(self, i: int, error: BaseException) -> None:
        """Give Future `i` an exception, unless somebody has ended it."""
        if not has_ended(self._futures[i]):
            end(self._futures[i], error=error)

    @may_be_taken_apart()
    def begin(self, i: int) -> None:
        """Let Future `i` run, as if a worker had taken its task: it cannot be cancelled any more."""
        begins(self._futures[i])

    @property
    @may_be_taken_apart()
    def cancelled(self) -> list[int]:
        """Indices of the Futures that somebody cancelled."""
        return [i for i, future in enumerate(self._futures) if Future.cancelled(future)]

    def settle(self, outcome: Call) -> None:
        """Let the learner's function react: until it is over, or waits for an unfinished Future (again).

        Who was woken must have looked before the next Future ends; else two ends look like one to them.
        """
        give_up, steady = time.monotonic() + PATIENCE, 0
        while steady < STEADY and time.monotonic() < give_up and not outcome.over.is_set():
            steady = steady + 1 if self._is_waited_for() else 0
            time.sleep(PAUSE)

    @may_be_taken_apart()
    def _is_waited_for(self) -> bool:
        return any(map(is_watched, self._futures)) and not any(map(has_woken, self._futures))

    def release(self, outcome: Call, log: Log, complete: bool) -> None:
        """The end of a test: take over into `log` how the call ended, and let nobody go on waiting.

        If the test is not `complete`, the function stood where it stood when its guard had run out.
        """
        if complete:
            outcome.wait()
        log.end(outcome)
        self.end_all(ValueError("the test is over"))

    @may_be_taken_apart()
    def end_all(self, error: BaseException) -> None:
        """Let what is left fail with `error`, so that nobody goes on waiting; for the end of a test."""
        for i, future in enumerate(self._futures):
            if not has_ended(future):
                self.fail(i, error)
