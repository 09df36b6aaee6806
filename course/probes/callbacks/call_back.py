"""What does `call_back` make of a Future that has a value, an exception, or was cancelled?"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from course.probes.guard import call, is_a, plainly
from course.probes.log import Function

CANCELLED = "cancel it"


@dataclass
class CallBackLog:
    """`results` and `errors`: the lists afterwards, as plain data; in `errors` the very exception of outcome `i`
    stands as `("exception", i)`. `raised`: the story of the first call that did not come back, or ''.
    """

    results: list[Any] = field(default_factory=list)
    errors: list[Any] = field(default_factory=list)
    raised: str = ""


def watch_call_back(call_back: Function, outcomes: Sequence[Any]) -> CallBackLog:
    """Call `call_back(future, results, errors)` with one done Future per outcome: a value, an exception, CANCELLED."""
    log = CallBackLog()
    results: list[Any] = []
    errors: list[Any] = []
    for outcome in outcomes:
        called = call(call_back, _done(outcome), results, errors)
        if not called.returned and not log.raised:
            log.raised = called.story
    log.results, log.errors = plainly(results), plainly([_known(error, outcomes) for error in errors])
    return log


def _done(outcome: Any) -> Future[Any]:
    future: Future[Any] = Future()
    if outcome is CANCELLED:
        future.cancel()
        future.set_running_or_notify_cancel()
    elif isinstance(outcome, BaseException):
        future.set_exception(outcome)
    else:
        future.set_result(outcome)
    return future


def _known(error: Any, outcomes: Sequence[Any]) -> Any:
    for i, outcome in enumerate(outcomes):
        if error is outcome and isinstance(outcome, BaseException):
            return ("exception", i)
    return [error] if is_a(error, tuple) else error  # so that no tuple of the answer's looks like that
