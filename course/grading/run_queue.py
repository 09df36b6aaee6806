"""The queue in which tests wait for their run, and the way past it.

A run that takes long mostly waits, for a guard that a wrong answer uses up or for what a right one has to wait for,
and one that begins last keeps a whole class waiting. Who hangs is not known before; but where one answer to an exercise
hung the next one may too, and what no answer has done quickly takes its time. So the answers to such an exercise begin
at once. What a verdict says does not depend on it.

Nothing begins while more processes want a core than there are cores for: many tests wait more than they compute, so
there are more runs at once than cores, but whoever records the results needs a core too, and a crowded machine uses up
guards that are meant for wrong code.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import ParamSpec, TypeVar

LONG = 0.5  #: seconds; a run that takes as long on an idle machine waits for most of them
WAITERS = 4  #: runs that may mostly wait, for one that is to compute
CROWDED = 3  #: processes per core that run or want to
YIELD = 1.0  #: seconds that a run waits for a less crowded machine; it may be crowded for ever, by others
PAUSE = 0.005

P = ParamSpec("P")
T = TypeVar("T")

CORES = len(os.sched_getaffinity(0))
LOAD = Path("/proc/loadavg")  #: Linux's


class RunQueue:
    """`size` runs at once in the order in which they come, and as many of exercises that took long before."""

    def __init__(self, size: int) -> None:
        self._pool = ThreadPoolExecutor(size, thread_name_prefix="run")
        self._past = ThreadPoolExecutor(WAITERS * size, thread_name_prefix="slow run")
        self._slow: set[str] = set()
        self._quickest: dict[str, float] = {}
        self._door = threading.Lock()

    def submit(self, exercise: str, run: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """As an Executor's, for a run of `exercise`."""
        future: Future[T] = Future()

        def begin() -> None:
            self._wait_for_room()
            with self._timed(exercise):
                _fulfil(future, run, *args, **kwargs)

        def when_its_turn_comes() -> None:
            if self._is_slow(exercise):  # that has come out since
                _follow(future, self._past.submit(begin))
            else:
                begin()

        if self._is_slow(exercise):
            _follow(future, self._past.submit(begin))
        else:
            _follow(future, self._pool.submit(when_its_turn_comes))
        return future

    def _is_slow(self, exercise: str) -> bool:
        return exercise in self._slow or self._quickest.get(exercise, 0.0) > LONG

    @contextmanager
    def _timed(self, exercise: str) -> Iterator[None]:
        begin = time.monotonic()
        yield
        took = time.monotonic() - begin
        self._quickest[exercise] = min(took, self._quickest.get(exercise, took))

    def _wait_for_room(self) -> None:
        with self._door:
            give_up = time.monotonic() + YIELD
            time.sleep(PAUSE)  # whoever came before is counted
            while _wanted() > CROWDED * CORES and time.monotonic() < give_up:
                time.sleep(PAUSE)

    def took_long(self, exercise: str) -> None:
        """A run of `exercise` is taking long."""
        self._slow.add(exercise)

    def shutdown(self) -> None:
        """Wait for what runs; what has not begun never does."""
        for pool in (self._pool, self._past):
            pool.shutdown(cancel_futures=True)


def _fulfil(future: Future[T], run: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> None:
    try:
        future.set_result(run(*args, **kwargs))
    except BaseException as error:
        future.set_exception(error)


def _follow(future: Future[T], turn: Future[None]) -> None:
    """Whoever waits for `future` must hear that its turn will never come, or could not."""

    def look(turn: Future[None]) -> None:
        if turn.cancelled():
            future.cancel()
        elif error := turn.exception():
            future.set_exception(error)

    turn.add_done_callback(look)


def _wanted() -> int:
    """How many processes run or want to, now; 0 where nobody counts them."""
    try:
        return int(LOAD.read_text().split()[3].partition("/")[0])
    except OSError:
        return 0
