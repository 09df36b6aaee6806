"""What does `call_back` make of a Future that has a value, an exception, or was cancelled?"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from course.probes.callbacks.returned import ending, known
from course.probes.guard import call, plainly
from course.probes.log import Function

CANCELLED = "cancel it"


@dataclass
class CallBackLog:
    """`results` and `errors`: the lists afterwards, as plain data; the very exception of outcome `i` stands there as
    `("exception", i)`. `raised`: the story of the first call that did not come back, or ''.
    """

    results: list[Any] = field(default_factory=list)
    errors: list[Any] = field(default_factory=list)
    raised: str = ""


def watch_call_back(call_back: Function, outcomes: Sequence[Any]) -> CallBackLog:
    """Call `call_back(future, results, errors)` with one done Future per outcome: a value (an exception too, if it is
    Returned), an exception, CANCELLED.
    """
    log = CallBackLog()
    results: list[Any] = []
    errors: list[Any] = []
    for outcome in outcomes:
        called = call(call_back, _done(outcome), results, errors)
        if not called.returned and not log.raised:
            log.raised = called.story
    log.results = plainly([known(result, outcomes, told=result) for result in results])
    log.errors = plainly([known(error, outcomes, told=error) for error in errors])
    return log


def _done(outcome: Any) -> Future[Any]:
    future: Future[Any] = Future()
    if outcome is CANCELLED:
        future.cancel()
        future.set_running_or_notify_cancel()
        return future
    value, error = ending(outcome)
    if error is None:
        future.set_result(value)
    else:
        future.set_exception(error)
    return future
