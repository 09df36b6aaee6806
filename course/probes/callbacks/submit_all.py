"""When does `submit_all` fire the callback, how often, and with which Future?"""

from __future__ import annotations

import gc
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from course.probes.callbacks.at_once import AtOnce
from course.probes.complaint import is_a
from course.probes.guard import GUARD, Call, call
from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.manual_executor import ManualExecutor
from course.probes.patience import patiently
from course.probes.scene import Scene
from course.probes.standing import AFTERMATH, Crowd
from course.probes.watched_future import has_ended


@dataclass
class SubmitAllLog(Log):
    """`handed`, `ran`, `called`, `waited`, `futures`: as for `submit_async`. `fired`: after the end of each task (in
    the order in which they were made to end) the submissions whose Future had been given to the callback so far.
    `early`: callbacks before any task had ended. `late`: callbacks when all was over and the Futures were let go.
    """

    handed: int = 0
    ran: list[Any] = field(default_factory=list)
    called: list[Any] = field(default_factory=list)
    waited: bool = False
    futures: list[int | None] = field(default_factory=list)
    early: int = 0
    late: int = 0
    fired: list[list[int | None]] = field(default_factory=list)


class Calls:
    """A callback that notes what it was called with, in order. A Future that has not ended is no Future to it."""

    def __init__(self) -> None:
        self.noted: list[Any] = []
        self._changed = threading.Condition()

    def note(self, *arguments: Any) -> None:
        """The callback to give to the learner's function."""
        given: Any = arguments[0] if len(arguments) == 1 else arguments
        too_early = is_a(given, Future) and not has_ended(given)
        with self._changed:
            self.noted.append(("too early", given) if too_early else given)
            self._changed.notify_all()

    def wait_for(self, n: int, guard: float = GUARD) -> bool:
        """Wait until it was called `n` times; True if it was."""
        with self._changed:
            return patiently(lambda seconds: self._changed.wait_for(lambda: len(self.noted) >= n, seconds), guard)


def watch_submit_all(
    submit_all: Function, args: Sequence[Any], order: Sequence[int], fail: Sequence[int] = ()
) -> SubmitAllLog:
    """Call `submit_all` on a pool where the tasks end in the given `order`, those in `fail` with an exception."""
    log, scene, calls, crowd = SubmitAllLog(), Scene(lambda x: ("result", x)), Calls(), Crowd(since_birth=True)
    pool = scene.pool
    outcome = Call(submit_all, pool.handed(), scene.handed(), args[:], opaque_function(calls.note), when_over=pool.poke)
    pool.wait_until(lambda: outcome.over.is_set() or bool(pool.waited_for()))
    is_over = outcome.over.is_set()
    log.waited, log.handed, log.called = bool(pool.waited_for()) or not is_over, len(pool.jobs), list(scene.called)
    if not is_over:
        log.end(outcome)  # it tells where it waits
    log.early = len(calls.noted)
    for n, i in enumerate(order if is_over and log.handed == len(args) else (), start=1):
        scene.end(i, fails=i in fail)
        reached = calls.wait_for(n + log.early)
        log.fired.append([_index(pool, future) for future in calls.noted])
        if not reached:
            break
    crowd.settle(AFTERMATH, outcome.ident)  # one call too many?
    log.fired.append([_index(pool, future) for future in calls.noted])
    scene.end_all()
    log.ran = scene.ran
    if outcome.returned:
        log.futures = [_index(pool, future) for future in outcome.members]
    if is_over:
        log.end(outcome)
    return log


def watch_submit_all_at_once(submit_all: Function, args: Sequence[Any], fail: Sequence[int] = ()) -> SubmitAllLog:
    """Call `submit_all` on a pool where each task has ended before `submit` returns, those in `fail` with an exception,
    and then for another task; then let go of all that it has to do with.
    """
    log, pool, calls, crowd = SubmitAllLog(), AtOnce(), Calls(), Crowd(since_birth=True)

    def task(x: Any) -> Any:
        """What the task does."""
        if pool.job_here() in fail:
            raise ValueError(f"the task for {x} failed")
        return x

    outcome = Call(submit_all, pool.handed(), opaque_function(task), args[:], opaque_function(calls.note)).wait()
    calls.wait_for(len(args))
    crowd.settle(AFTERMATH, outcome.ident)
    log.handed = len(pool.jobs)
    call(submit_all, AtOnce().handed(), lambda x: x, [0], opaque_function(lambda _: None))  # no business of the others
    log.fired = [[_index(pool, future) for future in calls.noted]]
    log.end(outcome)
    log.late = _last_words(pool, calls, outcome, crowd)
    return log


def _last_words(pool: ManualExecutor, calls: Calls, outcome: Call, crowd: Crowd) -> int:
    """How often the callback is called by what is deleted now: the list, the Futures and what hangs on them."""
    calls.noted.clear()
    pool.jobs.clear()
    outcome.let_go()
    gc.collect()
    crowd.settle(AFTERMATH)
    return len(calls.noted)


def _index(pool: ManualExecutor, future: Any) -> int | None:
    """Which submission `future` belongs to; None if it is no Future of the pool."""
    return next((i for i, job in enumerate(pool.jobs) if job.future is future), None)
