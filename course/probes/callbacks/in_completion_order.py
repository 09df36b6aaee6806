"""Does `in_completion_order` give each result as soon as it is there?"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from course.probes.callbacks.returned import known
from course.probes.callbacks.submit_all import Calls
from course.probes.guard import Call
from course.probes.hand_made import HandMade
from course.probes.log import Function, Log


@dataclass
class OrderLog(Log):
    """`items`: what came, in order; a value that is an exception as `("exception", i)`. `at_once`: how many had come
    before another one ended. `after`: how many had come after each end (the first missing one ends the test).
    """

    at_once: int = 0
    items: list[Any] = field(default_factory=list)
    after: list[int] = field(default_factory=list)


def _as_returned(results: Any) -> Any:
    """What to iterate over. A list has what it had when it came back: what fills it later might win a race."""
    return list(results) if type(results) is list else results


def watch_in_completion_order(
    in_completion_order: Function, values: Sequence[Any], order: Sequence[int], done: Sequence[int] = ()
) -> OrderLog:
    """Iterate over `in_completion_order` of Futures; those in `done` have ended before, the others end in `order`."""
    log, made, items = OrderLog(), HandMade(len(values)), Calls()
    for i in done:
        made.finish(i, values[i])

    def iterate() -> None:
        for item in _as_returned(in_completion_order(made.futures)):
            items.note(known(item, values))

    outcome = Call(iterate, name="`in_completion_order`")
    items.wait_for(len(done))
    made.settle(outcome)
    log.at_once = len(items.noted)
    for n, i in enumerate(order, start=1 + len(done)):
        made.finish(i, values[i])
        reached = items.wait_for(n)
        log.after.append(len(items.noted))
        if not reached:
            break
    log.items = list(items.noted)
    made.release(outcome, log, complete=len(log.items) >= len(values))
    return log


def watch_slow_reader(in_completion_order: Function, values: Sequence[Any], order: Sequence[int]) -> OrderLog:
    """Ask for the results, with `next`, of Futures that end in `order`; for the second one when all have ended."""
    log, made, items, ask = OrderLog(), HandMade(len(values)), Calls(), threading.Event()

    def iterate() -> None:
        results = in_completion_order(made.futures)
        for _ in values:
            items.note(known(next(results), values))
            ask.wait()
        if all_came := list(results):
            items.note(all_came)

    outcome = Call(iterate, name="`in_completion_order`")
    made.settle(outcome)
    made.finish(order[0], values[order[0]])
    items.wait_for(1)
    for i in order[1:]:
        made.finish(i, values[i])
    ask.set()
    items.wait_for(len(values))
    log.items = list(items.noted)
    made.release(outcome, log, complete=len(log.items) >= len(values))
    return log
