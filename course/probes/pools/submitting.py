"""Does a function hand tasks over and go on, or wait for each?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from course.probes.guard import LOOK, Call
from course.probes.log import Function, Log
from course.probes.manual_executor import ManualExecutor
from course.probes.scene import Scene
from course.probes.watched_future import waiters_of


@dataclass
class SubmitLog(Log):
    """`handed`: how many tasks were handed over when the function came back or began to wait. `ran`: the arguments
    with which the tasks of the pool ran, in order of submission. `called`: arguments for which the task ran on the
    learner's own thread. `again`: those with which a submission ran it once more. `unfinished_peak`: most tasks
    submitted and not finished at once. `futures`: for each returned object the index of the submission whose Future it
    is, or None. `waited`: the first submission whose result was waited for before the function came back, or None.
    `shut_down`: the pool takes no tasks any more.
    """

    handed: int = 0
    ran: list[Any] = field(default_factory=list)
    called: list[Any] = field(default_factory=list)
    again: list[Any] = field(default_factory=list)
    unfinished_peak: int = 0
    futures: list[int | None] = field(default_factory=list)
    waited: int | None = None
    shut_down: bool = False


def watch_submit_async(
    submit_async: Function,
    args: Sequence[Any],
    result: Function = lambda x: ("result", x),
    kind: str = "Executor",
) -> SubmitLog:
    """Call `submit_async` on a pool of that `kind` where nothing runs before it is over, or waits for something."""
    log, scene = SubmitLog(), Scene(result)
    pool = scene.pool
    outcome = Call(submit_async, pool.handed(kind), scene.handed(), args[:], when_over=pool.poke)
    pool.wait_until(lambda: outcome.over.is_set() or bool(pool.waited_for()))
    log.waited = next(iter(pool.waited_for()), None)
    log.handed, log.called, is_over = len(pool.jobs), list(scene.called), outcome.over.is_set()
    if not is_over:
        log.end(outcome)  # it tells where it waits
    while not outcome.over.is_set() and pool.unfinished:  # it waits: let it end before the test goes on
        scene.end_all()
        outcome.wait(LOOK)
    scene.end_all()
    if outcome.returned:
        # one that holds something else than what the task returned or raised is not the task's
        futures = {i: job.future for i, job in enumerate(pool.jobs) if scene.is_kept(i)}
        log.futures = [next((i for i, f in futures.items() if f is r), None) for r in outcome.members]
    log.ran, log.again, log.shut_down = scene.ran, scene.again, pool.is_shut_down
    if is_over:
        log.end(outcome)
    return log


def watch_submit_sync(
    submit_sync: Function, args: Sequence[Any], result: Function, kind: str = "Executor"
) -> SubmitLog:
    """Call `submit_sync` on a pool of that `kind` that finishes a task only after looking for one too many."""
    log, scene = SubmitLog(), Scene(result)
    pool = scene.pool
    outcome = Call(submit_sync, pool.handed(kind), scene.handed(), args[:], when_over=pool.poke)
    while pool.wait_until(lambda: outcome.over.is_set() or bool(pool.unfinished)) and pool.unfinished:
        pool.wait_until(lambda: _settled(pool, outcome), LOOK)
        scene.end(pool.unfinished[0])
    log.end(outcome.wait())
    log.handed, log.called, log.ran = len(pool.jobs), scene.called, scene.ran
    log.again, log.unfinished_peak, log.shut_down = scene.again, pool.unfinished_peak, pool.is_shut_down
    return log


def _settled(pool: ManualExecutor, outcome: Call) -> bool:
    """Nothing more can come: the learner's function is over, waits for what is unfinished, or went too far."""
    waits = any(waiters_of(pool.jobs[i].future) for i in pool.unfinished)
    return outcome.over.is_set() or waits or len(pool.unfinished) > 1
