"""Which result does `first_success` choose, what does it cancel, and what if all fail?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from course.probes.guard import Call
from course.probes.hand_made import HandMade
from course.probes.log import Function, Log


@dataclass
class FirstLog(Log):
    """`over_after`: after how many ends the function was over. `cancelled`: Futures cancelled then.
    `cancelled_early`: Futures cancelled before one had succeeded. `error`: index of the Future whose exception was
    raised, or None.
    """

    over_after: int = 0
    cancelled: list[int] = field(default_factory=list)
    cancelled_early: list[int] = field(default_factory=list)
    error: int | None = None


def watch_first_success(first_success: Function, n: int, ends: Sequence[tuple[int, Any]]) -> FirstLog:
    """Call `first_success` with `n` Futures; one after the other ends, `(i, value)` or `(i, exception)`."""
    log, made = FirstLog(), HandMade(n)
    outcome = Call(first_success, made.futures)
    made.settle(outcome)
    for i, end in ends:
        log.cancelled_early = made.cancelled
        if outcome.over.is_set() or log.cancelled_early:
            break
        log.over_after += 1
        if isinstance(end, BaseException):
            made.fail(i, end)
            made.settle(outcome)
        else:
            made.finish(i, end)
            outcome.wait()
    log.end(outcome.wait() if len(ends) == n or outcome.over.is_set() else outcome)
    log.cancelled = made.cancelled
    log.error = next((i for i, end in ends if end is outcome.error and outcome.error is not None), None)
    made.end_all(ValueError("the test is over"))
    return log
