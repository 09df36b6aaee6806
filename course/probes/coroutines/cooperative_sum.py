"""How often does a computation let others run?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import FrameType
from typing import Any

import gevent

from course.probes.guard import call
from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.plain import name_of
from course.probes.virtual_hub import on_virtual_hub

DEEP = 3  #: containers within containers that are looked into


@dataclass
class SumLog(Log):
    """`turns`: how often another greenlet had a turn and found that the computation had gone on since its last one.
    `done_at_first`: the sum was complete already when others got their first turn.
    """

    turns: int = 0
    done_at_first: bool = False


def watch_cooperative_sum(cooperative_sum: Function, n: int, every: int) -> SumLog:
    """Call `cooperative_sum(n, every)` on a virtual hub, where another greenlet wants a turn all the time."""
    log = SumLog()

    def traced(*args: Any) -> Any:
        computing, over = gevent.getcurrent(), False

        def other() -> None:
            before: Any = None
            while not over:
                now = [
                    (frame.f_lasti, *_numbers(frame.f_locals.values())) for frame in _frames(computing.gr_frame, traced)
                ]
                if now != before:
                    log.turns += 1
                    log.done_at_first |= log.turns == 1 and any(sum(range(n)) in found for _, *found in now)
                before = now
                gevent.sleep(0)

        gevent.spawn(opaque_function(other))
        try:
            return cooperative_sum(*args)
        finally:
            over = True

    traced.__name__ = name_of(cooperative_sum)
    log.end(call(on_virtual_hub(traced), n, every))
    return log


def _frames(frame: FrameType | None, traced: Function) -> Iterator[FrameType]:
    """Those of a suspended greenlet that are the learner's: up to `traced`, which calls them."""
    while frame is not None and frame.f_code is not traced.__code__:
        yield frame
        frame = frame.f_back


def _numbers(values: Any, depth: int = 0) -> Iterator[int]:
    """The whole numbers among `values`, and in containers among them."""
    for value in values:
        if type(value) is int:
            yield value
        elif type(value) in (list, tuple, set, dict) and depth < DEEP:
            yield from _numbers(value.values() if type(value) is dict else value, depth + 1)
