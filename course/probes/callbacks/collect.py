"""Does `collect` wait for its callbacks, or only for the results?"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from course.probes.guard import GUARD, LOOK, Call
from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.manual_executor import ManualExecutor


@dataclass
class CollectLog(Log):
    """`early`: it came back before the callbacks had run. `handed`: how many tasks were handed over. `called`:
    arguments whose task ran on the learner's own thread.
    """

    early: bool = False
    handed: int = 0
    called: list[Any] = field(default_factory=list)


class _LateCallbacks(ManualExecutor):
    """A lawful pool whose Futures have a slow callback of their own before the learner's."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = threading.Event()

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future = super().submit(fn, *args, **kwargs)
        future.add_done_callback(lambda _: self.go_on.wait(GUARD))
        return future


def watch_collect(collect: Function, args: Sequence[Any], result: Function) -> CollectLog:
    """Call `collect(pool, task, args)`; all results are there before any of the learner's callbacks runs."""
    log, pool = CollectLog(), _LateCallbacks()

    def task(x: Any) -> Any:
        if threading.current_thread().name == "learner":
            log.called.append(x)
        return result(x)

    outcome = Call(collect, pool.handed(), opaque_function(task), args[:], when_over=pool.poke)
    pool.wait_until(lambda: outcome.over.is_set() or len(pool.jobs) == len(args) or bool(pool.waited_for()))
    runs = [Call(job.run, thread_name="manual_worker") for job in list(pool.jobs)]
    log.early = outcome.over.wait(LOOK)
    pool.go_on.set()
    for run in runs:
        run.wait()
    while not outcome.over.is_set() and pool.wait_until(lambda: bool(pool.unfinished) or outcome.over.is_set()):
        for i in pool.unfinished:
            pool.run(i)
    log.handed = len(pool.jobs)
    log.end(outcome.wait())
    return log
