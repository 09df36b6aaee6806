"""In which kind of process does `process_map` run what, and in which order do values come back?"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from course.probes.guard import GUARD, Call
from course.probes.log import Function, Log
from course.probes.process_gates import ProcessGates


@dataclass
class ProcessLog(Log):
    """`processes`: the kinds of process that ran the tasks (`SpawnProcess`, ...). `here`: how many tasks ran in the
    learner's own process. `ended`: the order in which the tasks were made to end, those too that ran once more.
    """

    processes: set[str] = field(default_factory=set)
    here: int = 0
    ended: list[Any] = field(default_factory=list)


def watch_process_map(process_map: Function, args: Sequence[Any], mp_context: Any, result: Function) -> ProcessLog:
    """Call `process_map` with a function whose tasks stop at gates; the last of those in flight ends first.

    A task fails if `result` of it raises a ValueError.
    """
    log = ProcessLog()
    with ProcessGates(args) as gates:
        outcome = Call(process_map, gates.task, args, mp_context, when_over=gates.poke)
        together = 2 if _cores() > 1 else 1
        while not outcome.over.is_set() and len(log.ended) < len(args):
            left = len(args) - len(log.ended)
            gates.wait_for_in_flight(min(together, left), outcome.over)
            together = max(1, min(together, gates.in_flight()))
            if not gates.wait_for_in_flight(1, outcome.over, 2 * GUARD) or not gates.in_flight():
                break
            log.ended.append(gates.open_last(result))
        for _ in args:  # right code is over now, or as soon as the processes are gone
            if gates.wait_for_in_flight(1, outcome.over) and gates.in_flight():
                log.ended.append(gates.open_last(result))
        log.end(outcome.wait())
        log.processes = {arrival.process for arrival in gates.arrivals}
        log.here = sum(arrival.pid == os.getpid() for arrival in gates.arrivals)
    return log


def _cores() -> int:
    """As pools count them, which know of no affinity before Python 3.13."""
    count: Function = getattr(os, "process_cpu_count", os.cpu_count)
    return count() or 1
