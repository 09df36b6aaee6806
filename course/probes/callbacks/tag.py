"""Does `tag` call back as each Future ends, with the right index?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from course.probes.callbacks.returned import known
from course.probes.callbacks.submit_all import Calls
from course.probes.complaint import is_a
from course.probes.guard import Call
from course.probes.hand_made import HandMade
from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.plain import plain
from course.probes.standing import AFTERMATH, Crowd


@dataclass
class TagLog(Log):
    """`calls`: the arguments of each call, in order; a result that is an exception as `("exception", i)`. `at_once`:
    how many calls there were before another one ended. `after`: how many after each end.
    """

    at_once: int = 0
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
        calls.note(*([plain(list(arguments))] if one else [known(argument, values) for argument in arguments]))

    outcome = Call(tag, made.futures, opaque_function(note))
    calls.wait_for(len(done))
    made.settle(outcome)
    log.at_once = len(calls.noted)
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
