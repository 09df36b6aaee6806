"""Does `tag` call back as each Future ends, with the right index?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from course.probes.callbacks.submit_all import Calls
from course.probes.guard import Call, is_a
from course.probes.hand_made import HandMade
from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.plain import plain
from course.probes.standing import AFTERMATH, Crowd


@dataclass
class TagLog(Log):
    """`calls`: the arguments of each call, in order. `after`: how many calls there were after each end."""

    calls: list[Any] = field(default_factory=list)
    after: list[int] = field(default_factory=list)


def watch_tag(tag: Function, values: Sequence[Any], order: Sequence[int], done: Sequence[int] = ()) -> TagLog:
    """Call `tag` with Futures of which those in `done` have ended before; the others end in `order`."""
    log, made, calls, crowd = TagLog(), HandMade(len(values)), Calls(), Crowd(since_birth=True)
    for i in done:
        made.finish(i, values[i])

    def note(*arguments: Any) -> None:
        """Two arguments are noted as a tuple; so one argument that is a tuple must look otherwise."""
        one = len(arguments) == 1 and is_a(arguments[0], tuple)
        calls.note(*([plain(list(arguments))] if one else map(plain, arguments)))

    outcome = Call(tag, made.futures, opaque_function(note))
    calls.wait_for(len(done))
    made.settle(outcome)
    for n, i in enumerate(order, start=1 + len(done)):
        made.finish(i, values[i])
        reached = calls.wait_for(n)
        log.after.append(len(calls.noted))
        if not reached:
            break
    crowd.settle(AFTERMATH, outcome.ident)
    log.calls = list(calls.noted)
    made.release(outcome, log, complete=len(log.calls) >= len(values))
    return log
