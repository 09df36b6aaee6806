"""Does `collect` wait for its callbacks, or only for the results?

The callbacks are kept from running until `collect` has come back, or waits so that it never could; then one of them is
let run, and the others are kept from it again. Of a function that sleeps, polls or waits with a timeout that cannot be
said; it gets `PATIENCE` seconds to come back too early. So one that registers callbacks and sleeps longer than that
passes for one that waits for them, which it may do in life too.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from course.probes.guard import GUARD, Call
from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.manual_executor import ManualExecutor
from course.probes.plain import plain
from course.probes.standing import look_until

PATIENCE = 2.0  #: seconds for a function of which nobody can tell whether it waits; too few only spare wrong code


@dataclass
class CollectLog(Log):
    """`early`: it came back before the callbacks had run, or when one had. `handed`: how many tasks were handed over,
    each as a task of the pool. `called`: arguments whose task ran elsewhere than in a task of the pool. `called_back`:
    how many of the pool's Futures had a callback registered.
    """

    early: bool = False
    handed: int = 0
    called: list[Any] = field(default_factory=list)
    called_back: int = 0


class _LateCallbacks(ManualExecutor):
    """A lawful pool whose Futures have a slow callback of their own before the learner's."""

    def __init__(self) -> None:
        super().__init__()
        self.ended = 0
        self._go_on: list[threading.Event] = []
        self._all_go_on = False

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future = super().submit(fn, *args, **kwargs)
        go_on = threading.Event()
        self._go_on.append(go_on)
        if self._all_go_on:
            go_on.set()
        Future.add_done_callback(future, lambda _: self._be_late(go_on))
        return future

    def let(self, i: int) -> None:
        """Let the callbacks of Future `i` run."""
        self._go_on[i].set()

    def let_all(self) -> None:
        """Let all callbacks run, also those of Futures to come."""
        self._all_go_on = True
        for go_on in self._go_on:
            go_on.set()

    def _be_late(self, go_on: threading.Event) -> None:
        with self._changed:
            self.ended += 1  # not before: now whoever waited for the result has been woken
            self._changed.notify_all()
        go_on.wait(GUARD)

    def called_back(self) -> int:
        """How many Futures have another callback than that."""
        return sum(job.future.callbacks > 1 for job in self.jobs)


class _Task:
    """The task for the learner's code; notes which job ran it."""

    def __init__(self, pool: ManualExecutor, result: Function) -> None:
        self.ran: list[int] = []
        self.called: list[Any] = []
        self._pool, self._result = pool, result

    def run(self, x: Any) -> Any:
        """What the task does."""
        job = self._pool.job_here()
        if job is None:
            self.called.append(plain(x))
        else:
            self.ran.append(job)
        return self._result(x)


def watch_collect(collect: Function, args: Sequence[Any], result: Function) -> CollectLog:
    """Call `collect(pool, task, args)`; all results are there before any of the learner's callbacks runs, and the first
    of them has run long before the others.
    """
    log, pool = CollectLog(), _LateCallbacks()
    task = _Task(pool, result)
    outcome = Call(collect, pool.handed(), opaque_function(task.run), args[:], when_over=pool.poke)
    _let_register(pool, outcome, len(args))
    runs = [Call(job.run, thread_name="manual_worker") for job in list(pool.jobs)]
    pool.wait_until(lambda: pool.ended >= len(runs))
    log.early = bool(args) and _comes_early(pool, runs, outcome)
    for i, run in enumerate(runs):
        pool.let(i)
        run.wait()
    pool.let_all()
    while not outcome.over.is_set() and pool.wait_until(lambda: bool(pool.unfinished) or outcome.over.is_set()):
        for i in pool.unfinished:
            pool.run(i)
    outcome.wait()
    log.handed, log.called, log.called_back = len(set(task.ran)), task.called, pool.called_back()
    log.end(outcome)
    return log


def _comes_early(pool: _LateCallbacks, runs: list[Call], outcome: Call) -> bool:
    """Whether it is over before any callback has run, or when one has."""
    if not look_until(outcome.over.is_set, outcome.ident, PATIENCE) and len(runs) > 1:
        pool.let(0)
        runs[0].wait()
        look_until(outcome.over.is_set, outcome.ident, PATIENCE / 2)
    return outcome.over.is_set()


def _let_register(pool: _LateCallbacks, outcome: Call, tasks: int) -> None:
    """Wait until all tasks are handed over and have a callback, or the function is over or waits for a result."""

    def has_done_so() -> bool:
        waits = outcome.over.is_set() or bool(pool.waited_for())
        return waits or len(pool.jobs) == pool.called_back() == tasks

    look_until(has_done_so, outcome.ident, GUARD)
