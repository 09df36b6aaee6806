"""The queue in which tests wait for their run, and the way past it.

A run that takes long mostly waits, for a guard that a wrong answer uses up, and one that begins last keeps a whole
class waiting. Who hangs is not known before; but where one answer to an exercise hung the next one may too. So the
answers to such an exercise begin at once. What a verdict says does not depend on it.

Nothing begins while more processes want a core than there are cores for: many tests wait more than they compute, so
there are more runs at once than cores, but whoever records the results needs a core too, and a crowded machine uses up
guards that are meant for wrong code.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import ParamSpec, TypeVar

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
        self._past = ThreadPoolExecutor(size, thread_name_prefix="slow run")
        self._slow: set[str] = set()
        self._door = threading.Lock()

    def submit(self, exercise: str, run: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """As an Executor's, for a run of `exercise`."""
        pool = self._past if exercise in self._slow else self._pool

        def when_there_is_room() -> T:
            self._wait_for_room()
            return run(*args, **kwargs)

        return pool.submit(when_there_is_room)

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


def _wanted() -> int:
    """How many processes run or want to, now; 0 where nobody counts them."""
    try:
        return int(LOAD.read_text().split()[3].partition("/")[0])
    except OSError:
        return 0
