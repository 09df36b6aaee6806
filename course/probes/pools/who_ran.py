"""Does `who_ran` name the thread that ran each task, and leave no worker behind?"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from course.probes.gates import asked_for, meet
from course.probes.guard import GUARD, Call
from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.plain import same
from course.probes.worker_exit import held_exits


@dataclass
class WhoRanLog(Log):
    """`ran_on`: for each argument, in their order, the ident of the thread its task ran on; None if it did not run.
    `runs`: how often a task ran. `left`: workers still there. `met`: the first `max_workers` tasks were in progress
    together.
    """

    ran_on: list[int | None] = field(default_factory=list)
    runs: int = 0
    left: list[str] = field(default_factory=list)
    met: bool = True


def watch_who_ran(who_ran: Function, args: Sequence[Any], max_workers: int, fail: Sequence[Any] = ()) -> WhoRanLog:
    """Call `who_ran(task, args, max_workers)`; the first `max_workers` tasks meet, so many threads take part.

    Those for the arguments in `fail` raise a ValueError. Arguments may be equal if they are of different types.
    """
    log, meeting = WhoRanLog(ran_on=[None] * len(args)), threading.Barrier(max_workers)
    with held_exits() as exits:

        def task(x: Any) -> Any:
            exits.hold()
            x = asked_for(x, args)
            place = next(i for i, arg in enumerate(args) if same(x, arg))
            log.ran_on[place] = threading.get_ident()
            log.runs += 1
            if place < max_workers:
                log.met = meet(meeting) and log.met
            if x in fail:
                raise ValueError(f"the task for {x} failed")
            return -x

        outcome = exits.during(lambda: Call(who_ran, opaque_function(task), args[:], max_workers))
        log.end(outcome.wait(2 * GUARD))
        log.left = exits.left_behind()
    return log
