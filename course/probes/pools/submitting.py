"""Does a function hand tasks over and go on, or wait for each?"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from course.probes.guard import LOOK, Call
from course.probes.log import Function, Log
from course.probes.manual_executor import ManualExecutor
from course.probes.plain import plain


@dataclass
class SubmitLog(Log):
    """`handed`: how many tasks were handed over when the function came back or began to wait. `ran`: the arguments
    with which the tasks of the pool ran, in order of submission. `called`: arguments for which the task ran on the
    learner's own thread. `unfinished_peak`: most tasks submitted and not finished at once. `futures`: for each
    returned object the index of the submission whose Future it is, or None. `waited`: the first submission whose
    result was waited for before the function came back, or None.
    """

    handed: int = 0
    ran: list[Any] = field(default_factory=list)
    called: list[Any] = field(default_factory=list)
    unfinished_peak: int = 0
    futures: list[int | None] = field(default_factory=list)
    waited: int | None = None


class Scene:
    """A manual pool and a `task` for it; notes with which argument each submission ran the task, and where.

    A submission counts by what it does when it runs, so `submit(task, x)` and `submit(lambda: task(x))` are the same.
    """

    def __init__(self, result: Function) -> None:
        self.pool = ManualExecutor()
        self.called: list[Any] = []
        self._result = result
        self._ran: dict[int, Any] = {}
        self._current: int | None = None
        self._fails = False

    def task(self, x: Any) -> Any:
        """The task to give to the learner's function."""
        if threading.current_thread().name != "manual_worker":
            self.called.append(x)
        elif self._current is not None:
            self._ran[self._current] = x
            if self._fails:
                raise ValueError(f"the task for {x} failed")
        return self._result(x)

    def end(self, i: int, fails: bool = False) -> None:
        """Let submission `i` run to its end, on the pool's worker."""
        self._current, self._fails = i, fails
        self.pool.run(i)
        self._current = None

    def end_all(self) -> None:
        """Let everything run to its end that is left."""
        while self.pool.unfinished:
            self.end(self.pool.unfinished[0])

    @property
    def ran(self) -> list[Any]:
        """The task's argument per submission; None for one that did not run it."""
        return [plain(self._ran.get(i)) for i in range(len(self.pool.jobs))]


def watch_submit_async(submit_async: Function, args: Sequence[Any]) -> SubmitLog:
    """Call `submit_async` on a pool where nothing runs before it is over, or waits for something."""
    log, scene = SubmitLog(), Scene(lambda x: ("result", x))
    pool = scene.pool
    outcome = Call(submit_async, pool, scene.task, args, when_over=pool.poke)
    pool.wait_until(lambda: outcome.over.is_set() or bool(pool.waited_for()))
    log.waited = next(iter(pool.waited_for()), None)
    log.handed, log.called = len(pool.jobs), list(scene.called)
    log.end(outcome)
    while not outcome.over.is_set() and pool.unfinished:  # it waits: let it end before the test goes on
        scene.end_all()
        outcome.wait(LOOK)
    scene.end_all()
    if outcome.returned and isinstance(outcome.raw, list):
        futures = [job.future for job in pool.jobs]
        log.futures = [next((i for i, f in enumerate(futures) if f is r), None) for r in outcome.raw]
    log.ran = scene.ran
    return log


def watch_submit_sync(submit_sync: Function, args: Sequence[Any], result: Function) -> SubmitLog:
    """Call `submit_sync` on a pool that finishes a task only after looking for one too many."""
    log, scene = SubmitLog(), Scene(result)
    pool = scene.pool
    outcome = Call(submit_sync, pool, scene.task, args, when_over=pool.poke)
    while pool.wait_until(lambda: outcome.over.is_set() or bool(pool.unfinished)) and pool.unfinished:
        pool.wait_until(lambda: _settled(pool, outcome), LOOK)
        log.unfinished_peak = max(log.unfinished_peak, len(pool.unfinished))
        scene.end(pool.unfinished[0])
    log.end(outcome.wait())
    log.handed, log.called, log.ran = len(pool.jobs), scene.called, scene.ran
    return log


def _settled(pool: ManualExecutor, outcome: Call) -> bool:
    """Nothing more can come: the learner's function is over, waits for what is unfinished, or went too far."""
    waits = any(pool.jobs[i].future.waited_for for i in pool.unfinished)
    return outcome.over.is_set() or waits or len(pool.unfinished) > 1
