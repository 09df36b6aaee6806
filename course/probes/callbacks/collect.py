"""Does `collect` wait for its callbacks, or only for the results?

The callbacks are kept from running until `collect` has come back, or waits so that it never could; then all but one of
them are let run, and the last is kept from it again, and from hearing how its task ended. Of a function that sleeps,
polls or waits with a timeout that cannot be said; it gets `PATIENCE` seconds to come back too early. So one that
registers callbacks and sleeps longer than that passes for one that waits for them, which it may do in life too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from course.probes.callbacks.late_callbacks import LateCallbacks, tell_when_asked
from course.probes.callbacks.returned import known
from course.probes.complaint import is_a
from course.probes.guard import GUARD, Call
from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.plain import plain
from course.probes.standing import Crowd, look_until

PATIENCE = 2.0  #: seconds for a function of which nobody can tell whether it waits; too few only spare wrong code


@dataclass
class CollectLog(Log):
    """`value`: a member that is the very exception that task number `i` returned stands as `("exception", i)`. `early`:
    it came back before the last callback had run. `handed`: how many tasks were handed over, each as a task of the
    pool. `called`: arguments whose task ran elsewhere than in a task of the pool. `called_back`: how many of the pool's
    Futures had a callback registered before they ended.
    """

    early: bool = False
    handed: int = 0
    called: list[Any] = field(default_factory=list)
    called_back: int = 0


class _Task:
    """The task for the learner's code; notes which job ran it, and what came of it."""

    def __init__(self, pool: LateCallbacks, result: Function) -> None:
        self.results: dict[int, Any] = {}
        self.called: list[Any] = []
        self._pool, self._result = pool, result

    def run(self, x: Any) -> Any:
        """What the task does."""
        job = self._pool.job_here()
        if job is None:
            self.called.append(plain(x))
            return self._result(x)
        self.results[job] = None
        self.results[job] = self._result(x)
        return self.results[job]


def watch_collect(
    collect: Function, args: Sequence[Any], result: Function, order: Sequence[int] = (), quick: Sequence[int] = ()
) -> CollectLog:
    """Call `collect(pool, task, args)`. Tasks in `quick` are done when `submit` returns. The others end in `order` (of
    the list, if it is empty); all have ended before the first of the learner's callbacks runs, and these run in that
    order, the last of them long after the others.
    """
    log, pool, crowd = CollectLog(), LateCallbacks(quick), Crowd()
    task = _Task(pool, result)
    outcome = Call(collect, pool.handed(), opaque_function(task.run), args[:], when_over=pool.poke)
    _let_register(pool, outcome, len(args), len(quick))
    late = [i for i in order or range(len(args)) if i not in quick and i < len(pool.jobs)]
    runs = {i: _end_of_task(pool, i) for i in late}
    log.early = bool(args) and bool(late) and _comes_early(pool, runs, outcome, crowd)
    pool.let_all()
    while not outcome.over.is_set() and pool.wait_until(lambda: bool(pool.unfinished) or outcome.over.is_set()):
        for i in pool.unfinished:
            pool.run(i)
    outcome.wait()
    log.handed, log.called, log.called_back = len(task.results), task.called, pool.called_back()
    log.end(outcome)
    if is_a(log.value, list):
        results = [task.results.get(i) for i in range(len(pool.jobs))]
        log.value = [known(raw, results, told) for raw, told in zip(outcome.members, log.value, strict=False)]
    return log


def _let_register(pool: LateCallbacks, outcome: Call, tasks: int, quick: int) -> None:
    """Wait until all tasks are handed over and have a callback, or the function is over or waits for a result. Of a
    task that is done before it has a callback nobody can say whether it has one.
    """

    def has_done_so() -> bool:
        waits = outcome.over.is_set() or bool(pool.waited_for())
        return waits or (len(pool.jobs) == tasks and pool.called_back() == tasks - quick)

    look_until(has_done_so, outcome.ident, GUARD)


def _end_of_task(pool: LateCallbacks, i: int) -> Call:
    """Let task `i` come to its end, and stand before the learner's callbacks."""
    run = Call(pool.jobs[i].run, thread_name="manual_worker")
    pool.wait_until(lambda: i in pool.ended)
    return run


def _comes_early(pool: LateCallbacks, runs: dict[int, Call], outcome: Call, crowd: Crowd) -> bool:
    """Whether it is over before any callback has run, or when one is left, or while that asks how its task ended."""
    over, (*others, last) = outcome.over.is_set, runs

    def comes(patience: float) -> bool:
        return look_until(over, outcome.ident, patience, crowd)

    comes(PATIENCE)
    for i in others:
        pool.let(i)
        runs[i].wait()
    if others:
        comes(PATIENCE / 2)
    looks = [over()]
    tell_when_asked(pool.jobs[last].future, lambda: looks.append(comes(PATIENCE / 4)))
    pool.let(last)
    runs[last].wait()
    return any(looks)
