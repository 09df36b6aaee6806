"""The warm interpreters of this process, one per lesson: started when first needed, proved, replaced when they die."""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from course.grading.canary import prove
from course.grading.outcome import Cell, Outcome
from course.grading.run_queue import RunQueue
from course.grading.warm import WarmInterpreter

RUNS_PER_CORE = 8  #: wrong answers mostly wait, so more runs at once than there are cores


def default_runs() -> int:
    """How many tests run at once on this machine."""
    return RUNS_PER_CORE * len(os.sched_getaffinity(0))


@dataclass
class Interpreters:
    """Context manager. `boxed` says where learners' code runs; `runs` how many tests do so at once."""

    boxed: bool = True
    runs: int = field(default_factory=default_runs)
    _warm: dict[str, WarmInterpreter] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.queue = RunQueue(self.runs)

    def __enter__(self) -> Interpreters:
        return self

    def __exit__(self, *exc: object) -> None:
        self.queue.shutdown()
        while self._warm:
            self._warm.popitem()[1].__exit__()

    def get(self, setup: str, modules: Sequence[str]) -> WarmInterpreter:
        """The interpreter for lessons that begin with `setup`; CourseError if there is no box or it does not hold."""
        with self._lock:
            warm = self._warm.get(setup)
            if warm is None or not warm.alive:
                if warm is not None:
                    self._warm.pop(setup).__exit__()
                warm = WarmInterpreter(modules, setup, self.boxed).__enter__()
                self._warm[setup] = warm  # before it is proved: it has to be ended in any case
                if self.boxed:
                    prove(warm)
            return warm

    def run(self, setup: str, modules: Sequence[str]) -> Callable[..., list[Outcome]]:
        """`WarmInterpreter.run` for this lesson, tried a second time if the interpreter has died meanwhile."""

        def run(cells: Sequence[Cell], files: Path | None, go_on: Callable[[Sequence[Outcome]], bool]) -> list[Outcome]:
            try:
                return self.get(setup, modules).run(cells, files, go_on)
            except (OSError, RuntimeError):
                return self.get(setup, modules).run(cells, files, go_on)

        return run


_shared: dict[tuple[bool, int], Interpreters] = {}
_shared_lock = threading.Lock()


def shared(boxed: bool, runs: int) -> Interpreters:
    """The one of this process for these settings; it ends with the process."""
    with _shared_lock:
        if (boxed, runs) not in _shared:
            _shared[boxed, runs] = Interpreters(boxed, runs)
            atexit.register(_shared[boxed, runs].__exit__)
        return _shared[boxed, runs]


def abandon() -> None:
    """Tidy up at once, whoever still runs something: for a process that is about to end."""
    for room in _shared.values():
        for warm in room._warm.values():
            warm.abandon()
