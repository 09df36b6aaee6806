"""Which result does `first_success` choose, what does it cancel, and what if all fail?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from course.probes.callbacks.returned import ending, known
from course.probes.guard import Call
from course.probes.hand_made import HandMade
from course.probes.log import Function, Log

End = tuple[int, Any]


@dataclass
class FirstLog(Log):
    """`value`: a value that is an exception stands as `("exception", n)`, of end `n`. `over_after`: after how many ends
    the function was over. `cancelled`: Futures cancelled then. `cancelled_early`: Futures cancelled before one had
    succeeded. `error`: index of the Future whose exception was raised, or None.
    """

    over_after: int = 0
    cancelled: list[int] = field(default_factory=list)
    cancelled_early: list[int] = field(default_factory=list)
    error: int | None = None


def watch_first_success(
    first_success: Function, n: int, ends: Sequence[End], done: Sequence[End] = (), running: Sequence[int] = ()
) -> FirstLog:
    """Call `first_success` with `n` Futures, of which those in `done` have ended before and those in `running` run;
    then one after the other ends. An end is `(i, value)` or `(i, exception)`; a value may be Returned.
    """
    log, made = FirstLog(), HandMade(n)
    for i in running:
        made.begin(i)
    for i, end in done:
        _end(made, i, end)
    outcome = Call(first_success, made.futures)
    made.settle(outcome)
    for i, end in ends:
        log.cancelled_early = made.cancelled
        if outcome.over.is_set() or log.cancelled_early:
            break
        log.over_after += 1
        if _end(made, i, end):
            outcome.wait()
        else:
            made.settle(outcome)
    is_to_end = len(ends) + len(done) == n or any(ending(end)[1] is None for _, end in done)
    log.end(outcome.wait() if is_to_end or outcome.over.is_set() else outcome)
    log.value = known(outcome.raw, [end for _, end in ends], told=log.value)
    log.cancelled = made.cancelled
    log.error = next((i for i, end in ends if end is outcome.error and outcome.error is not None), None)
    made.end_all(ValueError("the test is over"))
    return log


def _end(made: HandMade, i: int, end: Any) -> bool:
    """Let Future `i` end like that; whether it has succeeded."""
    value, error = ending(end)
    if error is None:
        made.finish(i, value)
    else:
        made.fail(i, error)
    return error is None
