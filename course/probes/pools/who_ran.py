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
from course.probes.worker_exit import held_exits


@dataclass
class WhoRanLog(Log):
    """`ran_on`: for each argument the ident of the thread its task ran on. `left`: workers still there.
    `met`: the first `max_workers` tasks were in progress together.
    """

    ran_on: dict[Any, int] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    met: bool = True


def watch_who_ran(who_ran: Function, args: Sequence[Any], max_workers: int) -> WhoRanLog:
    """Call `who_ran(task, args, max_workers)`; the first `max_workers` tasks meet, so many threads take part."""
    log, meeting = WhoRanLog(), threading.Barrier(max_workers)
    first = set(args[:max_workers])
    with held_exits() as exits:

        def task(x: Any) -> Any:
            exits.hold()
            x = asked_for(x, args)
            log.ran_on[x] = threading.get_ident()
            if x in first:
                log.met = meet(meeting) and log.met
            return -x

        outcome = exits.during(lambda: Call(who_ran, opaque_function(task), args[:], max_workers))
        log.end(outcome.wait(2 * GUARD))
        log.left = exits.left_behind()
    return log
